import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/**
 * Five wrong passwords are free; after each further one the name is locked, for a second first and then twice as
 * long every time, up to about a quarter of an hour. A sign-in that succeeds, or a quarter of an hour of rest,
 * clears it: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#authentication-flow-lockout-behavior
 */
const FREE_FAILURES = 5;
const LONGEST_LOCK_MILLISECONDS = 15 * 60_000;

/** For n failures in all: 2^(n-5) seconds. */
export const lockMilliseconds = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES) * 1000, LONGEST_LOCK_MILLISECONDS);

const rowSchema = z.object({ count: z.number(), last_attempt_at: z.number(), locked_until: z.number() });

export const openFailures = (database: DatabaseSync, now: () => number) => {
  const select = database.prepare('SELECT * FROM failures WHERE name = ?');
  const put = database.prepare(
    `INSERT INTO failures (name, count, last_attempt_at, locked_until) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET count = excluded.count, last_attempt_at = excluded.last_attempt_at,
     locked_until = excluded.locked_until`,
  );
  const remove = database.prepare('DELETE FROM failures WHERE name = ?');
  const touch = database.prepare('UPDATE failures SET last_attempt_at = ? WHERE name = ?');
  const prune = database.prepare('DELETE FROM failures WHERE last_attempt_at < ?');

  const read = (name: string): z.output<typeof rowSchema> => {
    const row = select.get(name);
    return row === undefined ? { count: 0, last_attempt_at: 0, locked_until: 0 } : rowSchema.parse(row);
  };

  return {
    /** An attempt while locked is refused and does not lengthen the lock; it does end the rest that would clear it. */
    isLocked: (name: string): boolean => {
      const locked = now() < read(name).locked_until;
      if (locked) touch.run(now(), name);
      return locked;
    },

    /** Unknown names are counted as well: a lock must not tell who exists. */
    record: (name: string): void => {
      const at = now();
      prune.run(at - LONGEST_LOCK_MILLISECONDS);
      const count = read(name).count + 1;
      put.run(name, count, at, at + lockMilliseconds(count));
    },

    clear: (name: string): void => {
      remove.run(name);
    },
  };
};
