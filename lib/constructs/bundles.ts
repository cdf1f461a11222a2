import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import type { FunctionName } from '../../core/contract/environments.ts';
import { FUNCTIONS } from '../functions.ts';

/** Gives the deployable code of a function. */
export type Bundles = (name: FunctionName) => Code;

const PROJECT_ROOT = join(import.meta.dirname, '../..');

/** Where a synth leaves its bundles inside the cloud assembly, with esbuild's account of them (`metafile.json`). */
const BUNDLES_FOLDER = 'bundles';

/**
 * Where credentials come from on other machines. In Lambda they stand in the environment, which the SDK asks first, so
 * these are never loaded.
 */
const OTHER_CREDENTIAL_SOURCES = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** For operations that stream their answer as events, of which none of ours does: a stand-in, which shares nothing. */
const STANDS_IN = { '@smithy/core/event-streams': join(import.meta.dirname, 'no-event-streams.ts') };

/**
 * How a function becomes a bundle: CommonJS, since it starts faster, made of the SDK's ES modules, since only those can
 * be shaken.
 *
 * What is external is loaded by `import()` alone. One such module inside a bundle has esbuild wrap every module it
 * shares with the rest in a function, which V8 then reads twice: a bundle without any loads in three quarters of the time.
 */
export const BUNDLE_OPTIONS = {
  bundle: true,
  external: OTHER_CREDENTIAL_SOURCES,
  alias: STANDS_IN,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles all functions with one call of esbuild (ADR 0002): each into a folder of its own, with the SDK inside, so
 * that what was tested is what runs. The same sources give the same bytes.
 */
export const bundleFunctions = (assemblyFolder: string): Bundles => {
  const folder = join(assemblyFolder, BUNDLES_FOLDER);
  const { metafile } = buildSync({
    ...BUNDLE_OPTIONS,
    absWorkingDir: PROJECT_ROOT,
    entryPoints: Object.entries(FUNCTIONS).map(([name, { entry }]) => ({ in: entry, out: `${name}/index` })),
    outdir: folder,
    metafile: true,
  });
  writeFileSync(join(folder, 'metafile.json'), JSON.stringify(metafile));
  for (const name of Object.keys(FUNCTIONS)) {
    // Otherwise the nearest package.json says what kind of module this is, and in a local run that is ours.
    writeFileSync(join(folder, name, 'package.json'), '{"type":"commonjs"}\n');
  }
  return (name) => Code.fromAsset(join(folder, name));
};
