import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { hashOf } from './sessions.ts';

const HOUR_MILLISECONDS = 3_600_000;
/** Cognito allows between five and twenty an hour, by its own judgement of risk. */
const SENT_PER_HOUR = 20;
const FAILED_PER_HOUR = 5;

const rowSchema = z.object({
  code_hash: z.string(),
  expires_at: z.number(),
  hour_started_at: z.number(),
  sent_this_hour: z.number(),
  failed_this_hour: z.number(),
});

export type CodeCheck = 'right' | 'wrong' | 'expired' | 'too-many-attempts';

/** The codes that let someone who forgot the password set a new one. */
export const openResetCodes = (database: DatabaseSync, now: () => number) => {
  const select = database.prepare('SELECT * FROM reset_codes WHERE username = ?');
  const put = database.prepare(
    `INSERT OR REPLACE INTO reset_codes
     (username, code_hash, expires_at, hour_started_at, sent_this_hour, failed_this_hour) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const countFailure = database.prepare(
    'UPDATE reset_codes SET failed_this_hour = failed_this_hour + 1 WHERE username = ?',
  );
  const startHour = database.prepare(
    'UPDATE reset_codes SET hour_started_at = ?, sent_this_hour = 0, failed_this_hour = 0 WHERE username = ?',
  );
  const spend = database.prepare("UPDATE reset_codes SET code_hash = '', expires_at = 0 WHERE username = ?");

  const read = (username: string) => {
    const row = select.get(username);
    if (row === undefined) return undefined;
    const parsed = rowSchema.parse(row);
    if (now() < parsed.hour_started_at + HOUR_MILLISECONDS) return parsed;
    startHour.run(now(), username);
    return { ...parsed, hour_started_at: now(), sent_this_hour: 0, failed_this_hour: 0 };
  };

  return {
    /** A code of six digits, good for an hour; any older one ends. Undefined when too many were asked for. */
    make: (username: string): string | undefined => {
      const before = read(username);
      if (before !== undefined && before.sent_this_hour >= SENT_PER_HOUR) return undefined;
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      put.run(
        username,
        hashOf(`${username}:${code}`),
        now() + HOUR_MILLISECONDS,
        before?.hour_started_at ?? now(),
        (before?.sent_this_hour ?? 0) + 1,
        // Kept, else asking for new codes would make guessing free.
        before?.failed_this_hour ?? 0,
      );
      return code;
    },

    check: (username: string, code: string): CodeCheck => {
      const row = read(username);
      if (row === undefined || now() >= row.expires_at) return 'expired';
      if (row.failed_this_hour >= FAILED_PER_HOUR) return 'too-many-attempts';
      if (row.code_hash === hashOf(`${username}:${code}`)) return 'right';
      countFailure.run(username);
      return 'wrong';
    },

    /** A code works once. */
    spend: (username: string): void => {
      spend.run(username);
    },
  };
};
