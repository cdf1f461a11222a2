import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A hash over names and contents of files and folders, given from a root: it changes when any of them does. */
export const contentHash = (root: string, paths: readonly string[]): string => {
  const files = paths.flatMap((path) => [path, ...globSync(`${path}/**/*`, { cwd: root })]);
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const full = join(root, file);
    if (statSync(full, { throwIfNoEntry: false })?.isFile()) {
      hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(full)).digest());
    }
  }
  return hash.digest('hex').slice(0, 32);
};
