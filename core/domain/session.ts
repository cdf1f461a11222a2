import type { LicenseKind } from './licenses.ts';

/** How often a client says that its session is still alive. */
export const HEARTBEAT_SECONDS = 60;

/**
 * How long after its last heartbeat a session counts as dead: two may be lost on the way. Its seats then are free for
 * whoever asks, and the sweeper gives them back within a minute more, whether or not anybody asks.
 */
export const SESSION_TIMEOUT_SECONDS = 180;

/** A member who is signed in: which concurrent licenses that takes. Times are RFC 3339. */
export interface Session {
  accountId: string;
  userId: string;
  sessionId: string;
  kinds: readonly LicenseKind[];
  startedAt: string;
  /** The last heartbeat. */
  seenAt: string;
}

/** When a session that was last heard of then is dead. */
export const deadAt = (seenAt: string): string =>
  new Date(Date.parse(seenAt) + SESSION_TIMEOUT_SECONDS * 1000).toISOString();

export const isAlive = ({ seenAt }: Pick<Session, 'seenAt'>, now: string): boolean => deadAt(seenAt) > now;
