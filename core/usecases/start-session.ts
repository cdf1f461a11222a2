import { kindsOfApps } from '../domain/apps.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { ChangedMeanwhile, LicenseNotInPlan, NotFound } from '../domain/errors.ts';
import { sessionKinds } from '../domain/holding.ts';
import { newId } from '../domain/ids.ts';
import { inOrder, type LicenseKind } from '../domain/licenses.ts';
import { poolOf } from '../domain/pool.ts';
import { holdingOf, recordOf } from '../domain/section-record.ts';
import type { Session } from '../domain/session.ts';
import { endDeadSessions, endOldest } from './end-sessions.ts';
import { licenseAcquisition } from './license-acquisition.ts';
import type { Idempotency, Ports, SessionStart, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'sessions' | 'replays' | 'members' | 'accounts'>;

/**
 * Begins a session of whoever asks, with a seat of every concurrent license that they need, and of those that the
 * account's apps need (C-44). When none is free, the account's dead sessions are ended first: the seat of a client that
 * crashed is there as soon as its time is over, however late the sweeper is. Who has too many sessions loses the oldest.
 * Throws `NotFound`, `MemberNotActive`, `LicenseAcquisition`, `ChangedMeanwhile`, `IdempotencyKeyReused`, `Busy`.
 */
export const startSession =
  (ports: Needs) =>
  async (authority: Authority, stamp: Stamp, idempotency?: Idempotency): Promise<Session> => {
    // A repeat is answered though there is no seat any more.
    const replayOf = idempotency && (await ports.replays.find(idempotency));
    if (replayOf !== undefined) return begun(ports)(authority, replayOf);
    try {
      return await begin(ports)(authority, stamp, idempotency);
    } catch (error) {
      // They need other licenses than they did when they were read.
      if (error instanceof ChangedMeanwhile) return begin(ports)(authority, stamp, idempotency);
      throw error;
    }
  };

/** What a request began before; who has ended it since finds nothing. */
const begun =
  ({ sessions }: Needs) =>
  async ({ accountId, userId }: Authority, sessionId: string): Promise<Session> => {
    const session = await sessions.read({ accountId, userId, sessionId });
    if (session === undefined) throw new NotFound();
    return session;
  };

const begin =
  (ports: Needs) =>
  async (authority: Authority, stamp: Stamp, idempotency?: Idempotency): Promise<Session> => {
    const { accountId, userId } = authority;
    const kinds = await kindsNeeded(ports)(authority);
    const { at } = stamp;
    const session = { accountId, userId, sessionId: newId('session'), kinds, startedAt: at, seenAt: at };
    const take = () => takeSeats(ports)(session, stamp, idempotency);
    let start = await take();
    if (start.missing.length > 0 && (await endDeadSessions(ports)(accountId, stamp)) > 0)
      start = await take();
    if (start.missing.length > 0) throw await licenseAcquisition(ports)(authority, start.missing, at);
    await endOldest(ports)(authority, MOST_SESSIONS, stamp);
    return start.replayOf === undefined ? session : begun(ports)(authority, start.replayOf);
  };

/** Nobody needs more at once, on whatever devices; and nobody is to use up what others share. */
const MOST_SESSIONS = 5;

const kindsNeeded =
  ({ members, accounts }: Needs) =>
  async ({ accountId, userId }: Authority): Promise<readonly LicenseKind[]> => {
    const [found, owned] = await Promise.all([
      members.read({ accountId, userId }),
      accounts.readWithPools(accountId),
    ]);
    // Who comes by their agency alone signs in where they are a member.
    if (found === undefined || owned === undefined) throw new NotFound();
    const holding = holdingOf(recordOf(found.records, 'licenses'));
    // What the plan has no more, nobody can use, and nobody needs a seat of.
    const own = sessionKinds(holding).filter((kind) => poolOf(owned.pools, kind) !== undefined);
    return inOrder([...own, ...kindsOfApps(owned.account.apps)]);
  };

/** A kind that the account owns no seat of, since its plan has none, is one of which none is free. */
const takeSeats =
  ({ sessions }: Needs) =>
  async (session: Session, stamp: Stamp, idempotency?: Idempotency): Promise<SessionStart> => {
    try {
      return await sessions.start(session, stamp, idempotency);
    } catch (error) {
      if (!(error instanceof LicenseNotInPlan)) throw error;
      return { missing: error.kinds };
    }
  };
