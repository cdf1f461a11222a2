import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { hashOf } from './sessions.ts';

const rowSchema = z.object({
  origin_jti: z.string(),
  username: z.string(),
  client_id: z.string(),
  auth_time: z.number(),
  expires_at: z.number(),
  revoked: z.number(),
});

/** One sign-in: the refresh token it gave, and by `originJti` every token that came of it. */
export interface Grant {
  readonly originJti: string;
  readonly username: string;
  readonly clientId: string;
  readonly authTimeSeconds: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly revoked: boolean;
}

/** Access tokens last a day at most, and may be younger than the refresh token that expired behind them. */
const KEPT_AFTER_EXPIRY_MILLISECONDS = 2 * 86_400_000;

const grantOf = (row: unknown): Grant => {
  const parsed = rowSchema.parse(row);
  return {
    originJti: parsed.origin_jti,
    username: parsed.username,
    clientId: parsed.client_id,
    authTimeSeconds: parsed.auth_time,
    expiresAt: parsed.expires_at,
    revoked: parsed.revoked === 1,
  };
};

export const openGrants = (database: DatabaseSync, now: () => number) => {
  const insert = database.prepare(
    'INSERT INTO grants (origin_jti, token_hash, username, client_id, auth_time, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const byToken = database.prepare('SELECT * FROM grants WHERE token_hash = ?');
  const byOrigin = database.prepare('SELECT * FROM grants WHERE origin_jti = ?');
  const revoke = database.prepare('UPDATE grants SET revoked = 1 WHERE origin_jti = ?');
  const revokeAll = database.prepare('UPDATE grants SET revoked = 1 WHERE username = ?');
  const prune = database.prepare('DELETE FROM grants WHERE expires_at < ?');

  return {
    /** Opens a grant and returns it with its refresh token, which is kept as a hash only. */
    open: (
      username: string,
      clientId: string,
      refreshTokenSeconds: number,
    ): { grant: Grant; refreshToken: string } => {
      const at = now();
      prune.run(at - KEPT_AFTER_EXPIRY_MILLISECONDS);
      const refreshToken = randomBytes(96).toString('base64url');
      const originJti = randomUUID();
      const authTimeSeconds = Math.floor(at / 1000);
      const expiresAt = at + refreshTokenSeconds * 1000;
      insert.run(originJti, hashOf(refreshToken), username, clientId, authTimeSeconds, expiresAt);
      return {
        grant: { originJti, username, clientId, authTimeSeconds, expiresAt, revoked: false },
        refreshToken,
      };
    },

    byRefreshToken: (token: string): Grant | undefined => {
      const row = byToken.get(hashOf(token));
      return row === undefined ? undefined : grantOf(row);
    },

    byOriginJti: (originJti: string): Grant | undefined => {
      const row = byOrigin.get(originJti);
      return row === undefined ? undefined : grantOf(row);
    },

    revoke: (originJti: string): void => {
      revoke.run(originJti);
    },

    /** Signs the user out everywhere. */
    revokeAllOf: (username: string): void => {
      revokeAll.run(username);
    },
  };
};
