import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

export const PROJECT_ROOT = dirname(import.meta.dirname);
/** Whatever the commands make and may make again. */
export const WORK_DIRECTORY = join(PROJECT_ROOT, '.rollcall');

/** Runs a command in the project's root to its end. Refuses with its last line when it fails. */
export const runCommand = (
  what: string,
  command: string,
  commandArguments: readonly string[],
  environment: Record<string, string> = {},
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString('utf8')).slice(-20_000);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const lines = output.split('\n').map((line) => line.trim());
      const reason = lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== '') ?? '';
      reject(new Refusal(`${what} failed: ${reason}`));
    });
  });
