import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { PROJECT_ROOT } from '../../local/project.ts';

/** A directory with the console built from today's sources, for the tests of one file. */
export const useBuiltConsole = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-console-'));
  beforeAll(async () => {
    await build({
      root: join(PROJECT_ROOT, 'console'),
      logLevel: 'warn',
      build: { outDir: directory, emptyOutDir: true },
    });
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  return directory;
};
