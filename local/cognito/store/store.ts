import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Pool } from '../pool.ts';
import { openDatabase, transaction } from './database.ts';
import { openFailures } from './failures.ts';
import { openGrants } from './grants.ts';
import { openResetCodes } from './reset-codes.ts';
import { openSessions } from './sessions.ts';
import { openUsers } from './users.ts';

const openSecrets = (database: DatabaseSync) => {
  const select = database.prepare('SELECT value FROM secrets WHERE name = ?');
  const insert = database.prepare('INSERT INTO secrets (name, value) VALUES (?, ?)');
  const get = (name: string): string | undefined => {
    const value = select.get(name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const put = (name: string, value: string): void => {
    insert.run(name, value);
  };
  return { get, put };
};

/** Everything the pool remembers; on disk unless the path is `:memory:`. */
export const openStore = (path: string, pool: Pool, now: () => number) => {
  const database = openDatabase(path);
  const secrets = openSecrets(database);
  if (secrets.get('simulation') === undefined) secrets.put('simulation', randomBytes(32).toString('hex'));

  return {
    users: openUsers(database, pool, now),
    sessions: openSessions(database, now),
    grants: openGrants(database, now),
    failures: openFailures(database, now),
    resetCodes: openResetCodes(database, now),
    secrets,
    transaction: <Result>(work: () => Result): Result => transaction(database, work),
    close: (): void => database.close(),
  };
};

export type Store = ReturnType<typeof openStore>;
