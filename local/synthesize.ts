import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';
import { PROJECT_ROOT, runCommand, WORK_DIRECTORY } from './project.ts';

/** A CDK app: its entry, all that decides what a synth of it makes, and where its assemblies are kept. */
export interface CdkApp {
  readonly entry: string;
  readonly inputs: readonly string[];
  readonly assemblies: string;
}

const ROLLCALL: CdkApp = {
  entry: 'bin/rollcall.ts',
  inputs: ['cdk.json', 'package-lock.json', 'bin', 'lib', 'core', 'functions'],
  assemblies: join(WORK_DIRECTORY, 'assembly'),
};
/** Older ones may still be in use by a cloud that runs: it loads a function when that is first called. */
const KEPT = 5;

const removeOld = (assemblies: string): void => {
  const byAge = readdirSync(assemblies)
    .map((name) => join(assemblies, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((left, right) => right.at - left.at);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { recursive: true, force: true });
};

/** Synthesizes an app, unless that has been done for the same sources. Gives the directory of the cloud assembly. */
export const synthesize = async (
  log: (line: string) => void = () => {},
  { entry, inputs, assemblies }: CdkApp = ROLLCALL,
): Promise<string> => {
  const directory = join(assemblies, contentHash(PROJECT_ROOT, inputs));
  if (existsSync(join(directory, 'manifest.json'))) {
    utimesSync(directory, new Date(), new Date());
    return directory;
  }
  log('synthesizing the stacks');
  mkdirSync(assemblies, { recursive: true });
  // Made aside, then put in place at once: two starts may do this at the same time.
  const aside = `${directory}.${process.pid}`;
  try {
    await runCommand('the synth', process.execPath, [entry], { CDK_OUTDIR: aside });
    // On Lambda a bundle stands alone and is CommonJS; here the project's own package.json would say otherwise.
    writeFileSync(join(aside, 'package.json'), '{"type":"commonjs"}\n');
    renameSync(aside, directory);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(directory, 'manifest.json'))) throw error;
  }
  removeOld(assemblies);
  return directory;
};
