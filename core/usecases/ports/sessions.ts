import type { LicenseKind } from '../../domain/licenses.ts';
import type { Session } from '../../domain/session.ts';
import type { MemberRef } from './refs.ts';
import type { Idempotency, Page, PageRequest, Stamp } from './stamp.ts';

export interface SessionRef extends MemberRef {
  sessionId: string;
}

export type SessionStart = { missing: readonly LicenseKind[]; replayOf?: string };

export interface Sessions {
  /**
   * Takes a seat of every concurrent kind the session needs, or none, and begins it while its member is active and still
   * needs what is not for an app. Answers the kinds of which none is free, or the session that was begun before under the
   * same Idempotency-Key; throws `LicenseNotInPlan`, `MemberNotActive`, `ChangedMeanwhile`, `IdempotencyKeyReused`,
   * `Busy`. A repeat does nothing.
   */
  start(session: Session, stamp: Stamp, idempotency?: Idempotency): Promise<SessionStart>;
  read(ref: SessionRef): Promise<Session | undefined>;
  /** It is still alive. False if it has ended. */
  heartbeat(ref: SessionRef, at: string): Promise<boolean>;
  /** Ends a session and gives its seats back; one heard of since `unlessSeenAfter` goes on. A repeat does nothing. */
  end(ref: SessionRef, stamp: Stamp, unlessSeenAfter?: string): Promise<void>;
  /** Of an account, or of one member, by member. Throws `InvalidRequest` for a cursor that is not ours. */
  list(accountId: string, userId: string | undefined, page: PageRequest): Promise<Page<Session>>;
  /** Sessions to be looked at by this time, of all accounts, oldest first. */
  due(now: string, limit: number): Promise<readonly SessionRef[]>;
  /** Looks at a session again later; does nothing if it has ended. */
  postpone(ref: SessionRef, due: string): Promise<void>;
}
