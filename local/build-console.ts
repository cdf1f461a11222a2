import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';
import { PROJECT_ROOT, runCommand, WORK_DIRECTORY } from './project.ts';

/** Everything that decides what the build makes, its own output left out. */
const INPUTS = [
  'package-lock.json',
  'console/index.html',
  'console/vite.config.ts',
  'console/src',
  'console/public',
  'core/contract',
  'core/domain',
];
const BUILT = join(PROJECT_ROOT, 'console', 'dist');
const BUILT_FROM = join(WORK_DIRECTORY, 'console.hash');

/** Builds the console, unless that has been done for the same sources. Gives the directory of the built files. */
export const buildConsole = async (log: (line: string) => void = () => {}): Promise<string> => {
  const hash = contentHash(PROJECT_ROOT, INPUTS);
  const builtFrom = existsSync(BUILT_FROM) ? readFileSync(BUILT_FROM, 'utf8') : '';
  if (existsSync(join(BUILT, 'index.html')) && builtFrom === hash) return BUILT;
  log('building the console');
  // npm tells scripts where it lies itself; without it, the path does.
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  await runCommand('the build of the console', command, [...prefix, 'run', 'build:console']);
  mkdirSync(WORK_DIRECTORY, { recursive: true });
  writeFileSync(BUILT_FROM, hash);
  return BUILT;
};
