import { DatabaseSync } from 'node:sqlite';

/** Raised with every change of the tables; a file of another version is refused, never guessed at. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT NOT NULL UNIQUE,
    sub TEXT NOT NULL UNIQUE,
    attributes TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    status TEXT NOT NULL,
    salt TEXT NOT NULL,
    verifier TEXT NOT NULL,
    password_set_at INTEGER NOT NULL,
    totp TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;
  -- User names and aliases share one space: whatever is typed at sign-in leads to one user at most.
  CREATE TABLE sign_in_names (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    username TEXT NOT NULL REFERENCES users (username) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sign_in_names_of_user ON sign_in_names (username);
  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    challenge TEXT NOT NULL,
    username TEXT NOT NULL,
    client_id TEXT NOT NULL,
    secrets TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE grants (
    origin_jti TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    username TEXT NOT NULL REFERENCES users (username) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    auth_time INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX grants_of_user ON grants (username);
  CREATE TABLE reset_codes (
    username TEXT PRIMARY KEY REFERENCES users (username) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    hour_started_at INTEGER NOT NULL,
    sent_this_hour INTEGER NOT NULL,
    failed_this_hour INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE failures (
    name TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    last_attempt_at INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

const versionOf = (database: DatabaseSync): unknown =>
  database.prepare('PRAGMA user_version').get()?.user_version;

const prepare = (database: DatabaseSync): void => {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (check !== 'ok') throw new Error(String(check).replaceAll('\n', ' '));
  if (versionOf(database) === 0) transaction(database, () => database.exec(SCHEMA));
  if (versionOf(database) !== SCHEMA_VERSION)
    throw new Error('it was written by another version of Rollcall');
};

/** Opens, checks and, when new, creates the database. Throws one line that names the file. */
export const openDatabase = (path: string): DatabaseSync => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot use the Cognito database ${path}: ${reason}`, { cause: error });
  }
};

/**
 * Runs all of the work or none; inside another transaction it is part of that one. SQLite is called synchronously,
 * so nothing comes in between.
 */
export const transaction = <Result>(database: DatabaseSync, work: () => Result): Result => {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};
