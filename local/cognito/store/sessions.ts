import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const challengeSchema = z.enum(['PASSWORD_VERIFIER', 'NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA']);

export type ChallengeName = z.output<typeof challengeSchema>;

const rowSchema = z.object({
  challenge: challengeSchema,
  username: z.string(),
  client_id: z.string(),
  secrets: z.string(),
  expires_at: z.number(),
  used: z.number(),
});

/** A question put to someone who is signing in, until it is answered. Times are milliseconds since 1970. */
export interface Session {
  readonly challenge: ChallengeName;
  readonly username: string;
  readonly clientId: string;
  /** What only the server may know of the challenge, as JSON. */
  readonly secrets: string;
  readonly expiresAt: number;
  readonly used: boolean;
}

/** Used and expired sessions are told from made-up ones for this long. */
const REMEMBERED_MILLISECONDS = 3_600_000;

/** Tokens are kept as hashes: whoever reads the file cannot go on with someone's sign-in. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const openSessions = (database: DatabaseSync, now: () => number) => {
  const insert = database.prepare(
    'INSERT INTO sessions (token_hash, challenge, username, client_id, secrets, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM sessions WHERE token_hash = ?');
  const markUsed = database.prepare('UPDATE sessions SET used = 1 WHERE token_hash = ? AND used = 0');
  const prune = database.prepare('DELETE FROM sessions WHERE expires_at < ?');

  return {
    /** Stores the session and returns the token that leads to it. */
    open: (session: Omit<Session, 'used'>): string => {
      const at = now();
      prune.run(at - REMEMBERED_MILLISECONDS);
      const token = randomBytes(96).toString('base64');
      const { challenge, username, clientId, secrets, expiresAt } = session;
      insert.run(hashOf(token), challenge, username, clientId, secrets, expiresAt);
      return token;
    },

    find: (token: string): Session | undefined => {
      const row = select.get(hashOf(token));
      if (row === undefined) return undefined;
      const { client_id: clientId, expires_at: expiresAt, used, ...rest } = rowSchema.parse(row);
      return { ...rest, clientId, expiresAt, used: used === 1 };
    },

    /** True for the first caller only. */
    use: (token: string): boolean => markUsed.run(hashOf(token)).changes === 1,
  };
};
