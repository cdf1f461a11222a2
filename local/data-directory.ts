import { accessSync, constants, existsSync, globSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal, systemErrorCode } from './refusal.ts';
import { readSampleAccount } from './sample-state.ts';

const LOCK_FILE = 'lock.sqlite';
/** SQLite's primary result codes: busy, locked; corrupt, not a database. */
const IN_USE: readonly number[] = [5, 6];
const DAMAGED: readonly number[] = [11, 26];

export interface DataDirectory {
  readonly path: string;
  readonly release: () => void;
}

export const damaged = (path: string): string => `${path} is damaged: start with --reset to begin anew`;

/** The upper bytes only tell the kind of the primary code. */
const sqliteCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;

/** A directory given by mistake (`--data ~`) must be neither filled nor, with `--reset`, emptied. */
const refuseForeign = (path: string): void => {
  if (!existsSync(path) || readdirSync(path).length === 0 || existsSync(join(path, LOCK_FILE))) return;
  throw new Refusal(
    `${path} holds other files and no data of Rollcall's: choose another directory with --data`,
  );
};

/** One by one: `recursive` loops for ever where a directory is refused with ENOENT, as in /proc. */
const makeDirectory = (path: string): void => {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another start may have been faster.
    if (systemErrorCode(error) !== 'EEXIST' || !existsSync(path)) throw error;
  }
};

const checkWritable = (path: string, isDirectory: boolean): void => {
  const { R_OK, W_OK, X_OK } = constants;
  try {
    accessSync(path, isDirectory ? R_OK | W_OK | X_OK : R_OK | W_OK);
  } catch (error) {
    const code = systemErrorCode(error);
    // SQLite removes its own journals when it likes.
    if (code === 'ENOENT') return;
    throw new Refusal(
      `${path} cannot be written: ${code}: change its permissions, or choose another directory with --data`,
    );
  }
};

const checkAllWritable = (directory: string): void => {
  checkWritable(directory, true);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) checkAllWritable(path);
    else checkWritable(path, false);
  }
};

/** The system itself drops this lock when the process ends, however it ends. */
const lock = (path: string, reset: boolean): DatabaseSync => {
  const file = join(path, LOCK_FILE);
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (IN_USE.includes(sqliteCode(error))) {
      throw new Refusal(
        `${path} is in use by another running instance: stop it, or choose another directory with --data`,
      );
    }
    if (!DAMAGED.includes(sqliteCode(error))) throw error;
    if (!reset) throw new Refusal(damaged(file));
    rmSync(file);
    return lock(path, false);
  }
};

const checkDatabase = (file: string): void => {
  const database = new DatabaseSync(file);
  try {
    const result = database.prepare('PRAGMA quick_check(1)').get();
    if (result?.quick_check !== 'ok') throw new Refusal(damaged(file));
  } catch (error) {
    throw DAMAGED.includes(sqliteCode(error)) ? new Refusal(damaged(file)) : error;
  } finally {
    database.close();
  }
};

const take = (path: string, reset: boolean): DataDirectory => {
  refuseForeign(path);
  makeDirectory(path);
  checkWritable(path, true);
  checkWritable(join(path, LOCK_FILE), false);
  const held = lock(path, reset);
  try {
    if (reset) {
      for (const name of readdirSync(path).filter((entry) => !entry.startsWith(LOCK_FILE))) {
        rmSync(join(path, name), { recursive: true, force: true });
      }
    }
    checkAllWritable(path);
    const databases = globSync('**/*.{sqlite,db}', { cwd: path }).filter((name) => name !== LOCK_FILE);
    for (const name of databases) checkDatabase(join(path, name));
    // Here already, since a start takes its time until the sample account is needed.
    readSampleAccount(path);
  } catch (error) {
    held.close();
    throw error;
  }
  return { path, release: () => held.close() };
};

/**
 * Takes a data directory for this process alone, emptied first if asked, and checks that its files can be written and
 * are sound. Refuses one that is in use, damaged, somebody else's, or that the system gives no room in.
 */
export const openDataDirectory = (path: string, reset: boolean): DataDirectory => {
  try {
    return take(path, reset);
  } catch (error) {
    // What has no code is a bug of ours.
    if (error instanceof Refusal || !(error instanceof Error) || systemErrorCode(error) === undefined)
      throw error;
    throw new Refusal(`${path} cannot be used as data directory: ${error.message}`);
  }
};
