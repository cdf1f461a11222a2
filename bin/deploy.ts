import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Deploys the configuration in cdk.json: synthesizes it once, bootstraps the regions that are not yet (`cdk bootstrap`
 * leaves the others as they are), deploys every stack, the directory first, then tells Rollcall where its APIs have come to
 * be (ADR 0023), and puts the console where it is served from (ADR 0028), if the configuration hosts it. What stands
 * after `--` goes to `cdk deploy`.
 */
const ASSEMBLY = 'cdk.out';
const OUTPUTS = join(ASSEMBLY, 'outputs.json');
const SYNTH = join(import.meta.dirname, 'rollcall.ts');
const LOCATIONS = join(import.meta.dirname, 'locations.ts');
const CONSOLE = join(import.meta.dirname, 'publish-console.ts');
const VITE = join(import.meta.dirname, '../node_modules/vite/bin/vite.js');
const CDK = join(import.meta.dirname, '../node_modules/aws-cdk/bin/cdk');

/** Runs a program of ours in this terminal; the first that fails ends it all, with its exit code. */
const run = (...parameters: string[]): void => {
  const { status } = spawnSync(process.execPath, parameters, {
    stdio: 'inherit',
    env: { ...process.env, CDK_OUTDIR: ASSEMBLY },
  });
  if (status !== 0) process.exit(status ?? 1);
};

run(SYNTH);
// Before anything is deployed: what cannot be built stops it all.
run(VITE, 'build', 'console', '--logLevel', 'warn');
run(CDK, 'bootstrap', '--app', ASSEMBLY);
run(CDK, 'deploy', '--app', ASSEMBLY, '--all', '--outputs-file', OUTPUTS, ...process.argv.slice(2));
run(LOCATIONS, OUTPUTS);
run(CONSOLE, OUTPUTS);
