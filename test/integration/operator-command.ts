import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Cloud } from '../../local/cloud.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Ended {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

/** Runs an operator's command as somebody would whose AWS is the embedded cloud. */
export const operatorCommand =
  (script: `bin/${string}.ts`, cloudOf: () => Pick<Cloud, 'environment'>) =>
  (parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [script, ...parameters],
        { cwd: ROOT, env: { ...process.env, ...cloudOf().environment, ...environment } },
        (error, stdout, stderr) =>
          resolve({ code: error ? (error.code ?? error.signal ?? null) : 0, stdout, stderr }),
      );
    });
