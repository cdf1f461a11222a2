import { existsSync, globSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from './refusal.ts';

const LOCK_FILE = 'lock.sqlite';

export interface DataDirectory {
  readonly path: string;
  readonly release: () => void;
}

/** A directory given by mistake (`--data ~`) must be neither filled nor, with `--reset`, emptied. */
const refuseForeign = (path: string): void => {
  if (!existsSync(path) || readdirSync(path).length === 0 || existsSync(join(path, LOCK_FILE))) return;
  throw new Refusal(
    `${path} holds other files and no data of Rollcall's: choose another directory with --data`,
  );
};

/** The system itself drops this lock when the process ends, however it ends. */
const lock = (path: string): DatabaseSync => {
  const database = new DatabaseSync(join(path, LOCK_FILE), { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    const isLocked = error instanceof Error && /locked/.test(error.message);
    throw new Refusal(
      isLocked
        ? `${path} is in use by another running instance: stop it, or choose another directory with --data`
        : damaged(join(path, LOCK_FILE)),
    );
  }
};

const damaged = (file: string): string => `${file} is damaged: start with --reset to begin anew`;

const check = (file: string): void => {
  try {
    const database = new DatabaseSync(file);
    const result = database.prepare('PRAGMA quick_check(1)').get();
    database.close();
    if (result?.quick_check === 'ok') return;
  } catch {
    // Not a database at all: told like one that is damaged.
  }
  throw new Refusal(damaged(file));
};

/**
 * Takes a data directory for this process alone, emptied first if asked, and checks that its databases are sound.
 * Refuses one that is in use, damaged, or somebody else's.
 */
export const openDataDirectory = (path: string, reset: boolean): DataDirectory => {
  refuseForeign(path);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const held = lock(path);
  try {
    if (reset) {
      for (const name of readdirSync(path).filter((entry) => !entry.startsWith(LOCK_FILE))) {
        rmSync(join(path, name), { recursive: true, force: true });
      }
    }
    const databases = globSync('**/*.{sqlite,db}', { cwd: path }).filter((name) => name !== LOCK_FILE);
    for (const name of databases) check(join(path, name));
  } catch (error) {
    held.close();
    throw error;
  }
  return { path, release: () => held.close() };
};
