import { Busy } from '../domain/errors.ts';
import { satisfied } from '../domain/holding.ts';
import type { LicenseKind } from '../domain/licenses.ts';
import type { User } from '../domain/member.ts';
import { exhaustedAmong, freeSeats, type Pool } from '../domain/pool.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import { holdingOf, recordOf, withHolding } from '../domain/section-record.ts';
import type { MemberRecord, Place, Ports, SeatMove, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'seats' | 'accounts' | 'members' | 'users' | 'clock' | 'log'>;

const LINE = 'waiting-line';
const PAGE = 100;
/** How often in a row somebody else may be quicker before we leave it to whoever comes next. */
const TRIES = 20;

/** Whose turn it is, and the kinds for want of which others before them do not fit. */
interface Turn {
  place: Place;
  passedOver: readonly LicenseKind[];
}

/**
 * Serves the waiting line of an account for as long as somebody in it fits: always the oldest whose whole need is free.
 * Their seats are taken, their place is left, and they become active, all at once or not at all; the
 * invitation is left to be sent. Whoever else serves the line at the same time does no harm. Answers how many were
 * served, `most` at most. Throws `Busy` when others are quicker again and again.
 */
export const serveWaitingLine =
  (ports: Needs) =>
  async (accountId: string, requestId: string, most = Number.POSITIVE_INFINITY): Promise<number> => {
    const left = new Set<string>();
    let served = 0;
    for (let misses = 0; misses < TRIES; ) {
      if (served >= most) return served;
      const turn = await nextTurn(ports)(accountId, left);
      if (turn === undefined) return served;
      const stamp: Stamp = { at: ports.clock.now().toISOString(), by: LINE, channel: LINE, requestId };
      const outcome = await serve(ports)(turn, stamp);
      if (outcome === 'served') served += 1;
      // A place without its member: nobody is to wait for it.
      if (outcome === 'nobody') left.add(turn.place.place);
      misses = outcome === 'missed' ? misses + 1 : 0;
    }
    throw new Busy();
  };

/** How many are served before an answer goes out: it cannot wait for thousands, and the feed serves the rest. */
const MOST_BEFORE_AN_ANSWER = 25;

/**
 * Serves the waiting line at once, for whoever did something about it should see what comes of it. What was done has
 * taken effect whatever becomes of this: the change feed and the sweeper serve the line again.
 */
export const serveSome =
  (ports: Needs) =>
  async (accountId: string, { requestId }: Stamp): Promise<void> => {
    try {
      await serveWaitingLine(ports)(accountId, requestId, MOST_BEFORE_AN_ANSWER);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      ports.log('WAITING_LINE_LEFT_TO_FEED', { accountId, requestId, reason });
    }
  };

const isWorthLooking = (pools: readonly Pool[]): boolean =>
  pools.some((pool) => pool.waiting > 0 && freeSeats(pool) > 0);

/** The oldest in line whose whole need is free. */
const nextTurn =
  ({ accounts, seats }: Needs) =>
  async (accountId: string, left: ReadonlySet<string>): Promise<Turn | undefined> => {
    const found = await accounts.readWithPools(accountId);
    if (found === undefined || !isWorthLooking(found.pools)) return undefined;
    const passedOver = new Set<LicenseKind>();
    let cursor: string | undefined;
    do {
      const page = await seats.line(accountId, { limit: PAGE, cursor });
      for (const place of page.items) {
        if (left.has(place.place)) continue;
        const [exhausted] = exhaustedAmong(found.pools, place.kinds);
        if (exhausted === undefined) return { place, passedOver: [...passedOver] };
        // One kind that is exhausted keeps many from fitting.
        if (!place.kinds.some((kind) => passedOver.has(kind))) passedOver.add(exhausted);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return undefined;
  };

const serve =
  (ports: Needs) =>
  async ({ place, passedOver }: Turn, stamp: Stamp): Promise<'served' | 'missed' | 'nobody'> => {
    const found = await ports.members.read(place);
    const record = found && recordOf(found.records, 'licenses');
    if (found === undefined || record === undefined) return 'nobody';
    // They have been served, or have left the line, since it was read.
    if (record.place !== place.place) return 'missed';
    const { accountId, userId } = place;
    const { outcome } = await ports.seats.move(
      {
        ref: { accountId, userId },
        before: record,
        after: withHolding(record, satisfied(holdingOf(record))),
        turn: { passedOver },
        ...(await becomes(ports)(found, stamp)),
      },
      stamp,
    );
    if (outcome !== 'moved') return 'missed';
    ports.log('WAITING_SERVED', { accountId, userId, requestId: stamp.requestId });
    return 'served';
  };

/** What becomes of who is served: who was deactivated for want of a license is active. */
const becomes =
  ({ users }: Needs) =>
  async (found: MemberRecord, stamp: Stamp): Promise<Pick<SeatMove, 'status' | 'head' | 'invitationDue'>> => {
    const { status, userId } = found.member;
    if (status !== 'deactivated') return { status };
    return { status, ...activation(found, await users.read(userId), stamp) };
  };

/** A deactivated member becomes active, and is to be invited if that is wanted and has never been done. */
export const activation = (
  { member, records }: MemberRecord,
  user: User | undefined,
  stamp: Stamp,
): Pick<SeatMove, 'head' | 'invitationDue'> => {
  const isOurs = user?.owningAccountId === member.accountId && user.acceptedAt === undefined;
  const isInvited = isOurs && recordOf(records, 'profile')?.data?.sendInvitation === true;
  return {
    head: {
      before: { member, records },
      member: {
        ...member,
        status: 'active',
        deactivationReason: undefined,
        version: member.version + 1,
      },
      administrators: recordOf(records, 'permissions')?.data?.role === ADMINISTRATOR ? 1 : 0,
    },
    ...(isInvited && member.invitedAt === undefined && { invitationDue: stamp.at }),
  };
};
