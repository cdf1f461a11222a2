import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Deploys the configuration in cdk.json: synthesizes it once, bootstraps the regions that are not yet (`cdk bootstrap`
 * leaves the others as they are), then deploys every stack, the directory first. What stands after `--` goes to
 * `cdk deploy`.
 */
const ASSEMBLY = 'cdk.out';
const SYNTH = join(import.meta.dirname, 'rollcall.ts');
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
run(CDK, 'bootstrap', '--app', ASSEMBLY);
run(CDK, 'deploy', '--app', ASSEMBLY, '--all', ...process.argv.slice(2));
