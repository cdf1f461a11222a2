import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { PROJECT_ROOT } from '../../local/project.ts';

/** Builds the console from today's sources; gives the directory, which is the caller's to remove. */
export const buildConsole = async (): Promise<string> => {
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-console-'));
  const { NODE_ENV } = process.env;
  // The tests' own would make it the one for developers: bigger, slower, and with every effect done twice.
  process.env.NODE_ENV = 'production';
  await build({
    root: join(PROJECT_ROOT, 'console'),
    logLevel: 'warn',
    build: { outDir: directory, emptyOutDir: true },
  }).finally(() => {
    process.env.NODE_ENV = NODE_ENV ?? 'test';
  });
  return directory;
};

/** A directory with the console, for the tests of one file. */
export const useBuiltConsole = (): (() => string) => {
  let directory = '';
  beforeAll(async () => {
    directory = await buildConsole();
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  return () => directory;
};
