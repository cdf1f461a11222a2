import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';
import { PROJECT_ROOT, runCommand, WORK_DIRECTORY } from './project.ts';

/** Everything that decides what a synth makes. */
const INPUTS = ['cdk.json', 'package-lock.json', 'bin', 'lib', 'core', 'functions'];
const ASSEMBLIES = join(WORK_DIRECTORY, 'assembly');
/** Older ones may still be in use by a cloud that runs: it loads a function when that is first called. */
const KEPT = 5;

const removeOld = (): void => {
  const byAge = readdirSync(ASSEMBLIES)
    .map((name) => ({ path: join(ASSEMBLIES, name), at: statSync(join(ASSEMBLIES, name)).mtimeMs }))
    .sort((left, right) => right.at - left.at);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { recursive: true, force: true });
};

/** Synthesizes the app, unless that has been done for the same sources. Gives the directory of the cloud assembly. */
export const synthesize = async (log: (line: string) => void = () => {}): Promise<string> => {
  const directory = join(ASSEMBLIES, contentHash(PROJECT_ROOT, INPUTS));
  if (existsSync(join(directory, 'manifest.json'))) {
    utimesSync(directory, new Date(), new Date());
    return directory;
  }
  log('synthesizing the stacks');
  mkdirSync(ASSEMBLIES, { recursive: true });
  // Made aside, then put in place at once: two starts may do this at the same time.
  const aside = `${directory}.${process.pid}`;
  try {
    await runCommand('the synth', process.execPath, ['bin/rollcall.ts'], { CDK_OUTDIR: aside });
    renameSync(aside, directory);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(directory, 'manifest.json'))) throw error;
  }
  removeOld();
  return directory;
};
