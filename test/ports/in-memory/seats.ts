import { isDeepStrictEqual } from 'node:util';
import { Busy, LicenseNotInPlan } from '../../../core/domain/errors.ts';
import {
  type HoldingChange,
  holdingChange,
  nextRevision,
  poolsNeeded,
} from '../../../core/domain/holding-change.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { freeSeats, isOpenToNewcomers, type Pool } from '../../../core/domain/pool.ts';
import { type LicensesRecord, recordOf } from '../../../core/domain/section-record.ts';
import type { SeatMove, SeatOutcome, Seats, Stamp } from '../../../core/usecases/ports.ts';
import { changeHead, isHeadAsRead, refuseHead } from './change-head.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes, pageOf } from './page.ts';

const LOOKED_AT_AFTER_MILLISECONDS = 2 * 60_000;

const contentOf = ({ blocks: _, revision: __, ...content }: LicensesRecord) => content;
const handOf = ({ by, channel, requestId }: Stamp): string => `${by} ${channel} ${requestId}`;

export const inMemorySeats = (database: Database): Seats => {
  const { pools, seats, line, records, hands, members, invitations } = database;
  const readPool = (accountId: string, kind: LicenseKind): Pool | undefined =>
    pools.get(keys.pool(accountId, kind));
  const readRecord = ({ ref }: SeatMove): LicensesRecord | undefined => {
    const found = records.get(keys.record(ref, 'licenses'));
    return found && recordOf([found], 'licenses');
  };

  /** What it means that this is the record by now: nothing, if it is the one that was read. */
  const outcomeOf = (move: SeatMove, stamp: Stamp): SeatOutcome | undefined => {
    const { before, after, ref } = move;
    const found = readRecord(move);
    if (found?.runId === before?.runId && found?.revision === before?.revision) return undefined;
    const isOurs = (): boolean => {
      if (after === undefined || found === undefined) return after === found;
      if (found.runId !== after.runId) return false;
      if (before === undefined) return true;
      return (
        found.revision === nextRevision(before) &&
        hands.get(keys.record(ref, 'licenses')) === handOf(stamp) &&
        isDeepStrictEqual(contentOf(found), contentOf(after))
      );
    };
    if (isOurs()) return { outcome: 'moved' };
    if (before === undefined) throw new Busy();
    return { outcome: 'changed-meanwhile' };
  };

  /** The kinds that are gained and of which no seat is to be had. */
  const missingOf = ({ ref, turn }: SeatMove, { gained, left }: HoldingChange) =>
    gained.filter((kind) => {
      const pool = readPool(ref.accountId, kind);
      const isFromLine = turn !== 'newcomer' && left.includes(kind);
      return pool === undefined || !(isFromLine ? freeSeats(pool) > 0 : isOpenToNewcomers(pool));
    });

  /** Whether a seat is to be had of a kind that must be exhausted. */
  const isAvailable = ({ ref, turn, missing = [] }: SeatMove): boolean => {
    const passedOver = turn === 'newcomer' ? [] : turn.passedOver;
    const test = (kinds: readonly LicenseKind[], isOpen: (pool: Pool) => boolean) =>
      kinds.some((kind) => {
        const pool = readPool(ref.accountId, kind);
        return pool !== undefined && isOpen(pool);
      });
    return test(missing, isOpenToNewcomers) || test(passedOver, (pool) => freeSeats(pool) > 0);
  };

  const count = (ref: SeatMove['ref'], name: 'assigned' | 'waiting', by: 1 | -1) => (kind: LicenseKind) => {
    const pool = readPool(ref.accountId, kind);
    if (pool === undefined) throw new Error(`There is no pool of ${kind}.`);
    pool[name] += by;
  };

  const movePlace = ({ ref, before, after }: SeatMove, stamp: Stamp): void => {
    const { accountId, userId } = ref;
    const keyOf = (place: string) => keys.place({ accountId, place });
    const former = before?.place === undefined ? undefined : line.get(keyOf(before.place));
    if (before?.place !== undefined) line.delete(keyOf(before.place));
    if (after?.place === undefined) return;
    const { place, waitingFor: kinds = [] } = after;
    const dueAt = new Date(Date.parse(stamp.at) + LOOKED_AT_AFTER_MILLISECONDS).toISOString();
    const fresh = { accountId, userId, place, kinds, dueAt };
    line.set(keyOf(place), copy(former?.place === place ? { ...former, kinds } : fresh));
  };

  const keepRecord = ({ ref, before, after }: SeatMove, stamp: Stamp): void => {
    const key = keys.record(ref, 'licenses');
    if (after === undefined) {
      records.delete(key);
      hands.delete(key);
      return;
    }
    records.set(key, copy({ ...after, revision: nextRevision(before) }));
    hands.set(key, handOf(stamp));
  };

  return {
    async move(move, stamp) {
      const { ref, before, after, head, status, invitationDue } = move;
      const change = holdingChange(before, after);
      const unknown = poolsNeeded(change).filter((kind) => readPool(ref.accountId, kind) === undefined);
      if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
      const outcome = outcomeOf(move, stamp);
      if (outcome !== undefined) return outcome;
      const missing = missingOf(move, change);
      if (missing.length > 0) return { outcome: 'unavailable', missing };
      const isAsRead =
        head === undefined ? members.get(keys.member(ref))?.status === status : isHeadAsRead(database, head);
      if (!isAsRead) return { outcome: 'changed-meanwhile' };
      if (head !== undefined) refuseHead(database, head);
      if (isAvailable(move)) return { outcome: 'available' };

      if (head !== undefined) changeHead(database, head);
      change.gained.forEach(count(ref, 'assigned', 1));
      change.lost.forEach(count(ref, 'assigned', -1));
      change.joined.forEach(count(ref, 'waiting', 1));
      change.left.forEach(count(ref, 'waiting', -1));
      for (const kind of change.gained) seats.add(keys.seat(ref, kind));
      for (const kind of change.lost) seats.delete(keys.seat(ref, kind));
      movePlace(move, stamp);
      keepRecord(move, stamp);
      const { accountId, userId } = ref;
      if (invitationDue !== undefined)
        invitations.set(keys.member(ref), { accountId, userId, dueAt: invitationDue });
      return { outcome: 'moved' };
    },

    async line(accountId, page) {
      const oldestFirst = [...line.values()]
        .filter((place) => place.accountId === accountId)
        .sort((one, other) => byBytes(one.place, other.place))
        .map(({ dueAt: _, ...place }) => [place.place, copy(place)] as const);
      return pageOf(`${accountId}/waiting`, oldestFirst, (key, position) => byBytes(key, position) > 0, page);
    },

    async holders(accountId, kind, limit) {
      const prefix = keys.seat({ accountId, userId: '' }, kind);
      const holders = [...seats].filter((seat) => seat.startsWith(prefix));
      return holders
        .map((seat) => seat.slice(prefix.length))
        .sort(byBytes)
        .slice(0, limit);
    },

    duePlaces: async (now, limit) =>
      [...line.values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => byBytes(one.dueAt, other.dueAt))
        .slice(0, limit)
        .map(({ accountId, place }) => ({ accountId, place })),

    async postponePlace(ref, dueAt) {
      const place = line.get(keys.place(ref));
      if (place !== undefined) line.set(keys.place(ref), { ...place, dueAt });
    },
  };
};
