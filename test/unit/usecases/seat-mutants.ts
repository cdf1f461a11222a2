import { holdingChange } from '../../../core/domain/holding-change.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { Ports, SeatMove, Stamp } from '../../../core/usecases/ports.ts';
import { keys } from '../../ports/in-memory/database.ts';
import type { World } from '../../ports/in-memory.ts';

/** Rollcall with one rule broken. */
type Mutant = (world: World) => Ports;

type Move = Ports['seats']['move'];

const moving =
  (change: (world: World, move: Move) => Move): Mutant =>
  (world) => ({
    ...world.ports,
    seats: { ...world.ports.seats, move: change(world, world.ports.seats.move) },
  });

const poolAt = ({ database }: World, { ref }: SeatMove, kind: LicenseKind) => {
  const pool = database.pools.get(keys.pool(ref.accountId, kind));
  if (pool === undefined) throw new Error(`There is no pool of ${kind}.`);
  return pool;
};

const ALL = ['lmp', 'voip', 'email'] as const;

/** While the move is under way, nobody seems to wait. */
const unseen = (isBlind: (move: SeatMove) => boolean): Mutant =>
  moving((world, move) => async (asked, stamp) => {
    if (!isBlind(asked)) return move(asked, stamp);
    const before = ALL.map((kind) => poolAt(world, asked, kind).waiting);
    for (const kind of ALL) poolAt(world, asked, kind).waiting = 0;
    try {
      return await move(asked, stamp);
    } finally {
      ALL.forEach((kind, index) => {
        poolAt(world, asked, kind).waiting += before[index] ?? 0;
      });
    }
  });

/** What was right is undone in part, once it has been done. */
const spoiled = (spoil: (world: World, asked: SeatMove, stamp: Stamp) => void): Mutant =>
  moving((world, move) => async (asked, stamp) => {
    const result = await move(asked, stamp);
    if (result.outcome === 'moved') spoil(world, asked, stamp);
    return result;
  });

export const SEAT_MUTANTS: Readonly<Record<string, Mutant>> = {
  'a newcomer overtakes who waits': unseen(({ turn }) => turn === 'newcomer'),
  'the line is served from its end': ({ ports }) => ({
    ...ports,
    seats: {
      ...ports.seats,
      line: async (accountId, page) => {
        const { items } = await ports.seats.line(accountId, page);
        return { items: items.toReversed() };
      },
    },
  }),
  'nobody in line is passed over': ({ ports }) => ({
    ...ports,
    seats: {
      ...ports.seats,
      line: async (accountId) => {
        const { items } = await ports.seats.line(accountId, { limit: 100 });
        return { items: items.slice(0, 1) };
      },
    },
  }),
  'giving back forgets to count': spoiled((world, asked) => {
    for (const kind of holdingChange(asked.before, asked.after).lost)
      poolAt(world, asked, kind).assigned += 1;
  }),
  'who joins the line counts in one kind alone': spoiled((world, asked) => {
    for (const kind of holdingChange(asked.before, asked.after).joined.slice(1))
      poolAt(world, asked, kind).waiting -= 1;
  }),
  'who is served goes on counting as waiting': spoiled((world, asked) => {
    if (asked.turn !== 'newcomer')
      for (const kind of holdingChange(asked.before, asked.after).left)
        poolAt(world, asked, kind).waiting += 1;
  }),
  'who leaves the line keeps the place': spoiled(({ database }, { ref, before, after }, { at }) => {
    const { accountId, userId } = ref;
    if (before?.place === undefined || after?.place !== undefined) return;
    const place = { accountId, userId, place: before.place, kinds: before.waitingFor ?? [] };
    database.line.set(keys.place(place), { ...place, dueAt: at });
  }),
  'a repeat takes seats again': moving((world, move) => async (asked, stamp) => {
    if (asked.before === undefined) world.database.records.delete(keys.record(asked.ref, 'licenses'));
    return move(asked, stamp);
  }),
  'some of what is needed is taken, though not all is free': moving((world, move) => async (asked, stamp) => {
    const { gained } = holdingChange(asked.before, asked.after);
    const result = await move(asked, stamp);
    if (result.outcome === 'unavailable' && result.missing.length < gained.length)
      poolAt(world, asked, gained.find((kind) => !result.missing.includes(kind)) ?? 'lmp').assigned += 1;
    return result;
  }),
  'who is served stays deactivated': moving(
    (_, move) =>
      async ({ head, ...asked }, stamp) =>
        move(asked.turn === 'newcomer' && head !== undefined ? { ...asked, head } : asked, stamp),
  ),
  'giving seats up does not look at what is taken': ({ ports, database }) => ({
    ...ports,
    billing: {
      ...ports.billing,
      change: async (entry, stamp) => {
        const { taken } = await ports.billing.change(entry, stamp);
        for (const { kind, after } of entry.lines) {
          const pool = database.pools.get(keys.pool(entry.accountId, kind));
          if (pool !== undefined) pool.purchased = after;
        }
        return { taken: taken.slice(0, 0) };
      },
      // Nor does whoever asks first.
      read: async (accountId) => {
        const owned = await ports.billing.read(accountId);
        return owned && { ...owned, pools: owned.pools.map((pool) => ({ ...pool, assigned: 0, inUse: 0 })) };
      },
    },
  }),
  'rejecting is forgotten': ({ ports }) => ({
    ...ports,
    accounts: {
      ...ports.accounts,
      readWithPools: async (accountId) => {
        const found = await ports.accounts.readWithPools(accountId);
        return found && { ...found, account: { ...found.account, licensePolicy: 'deactivate' as const } };
      },
    },
  }),
  'a session that ends keeps its seats': ({ ports, database }) => ({
    ...ports,
    sessions: {
      ...ports.sessions,
      end: async (session, ...more) => {
        const found = await ports.sessions.read(session);
        await ports.sessions.end(session, ...more);
        for (const kind of found?.kinds ?? []) {
          const pool = database.pools.get(keys.pool(session.accountId, kind));
          if (pool !== undefined) pool.inUse += 1;
        }
      },
    },
  }),
  'a dead session is never found': ({ ports }) => ({
    ...ports,
    sessions: { ...ports.sessions, due: async () => [] },
  }),
  'who has been forgotten stays forgotten': ({ ports }) => ({
    ...ports,
    seats: { ...ports.seats, duePlaces: async () => [] },
  }),
  'suspending gives the seats back': ({ ports, database }) => ({
    ...ports,
    members: {
      ...ports.members,
      change: async (change, stamp) => {
        await ports.members.change(change, stamp);
        const { accountId, userId, status } = change.member;
        const pool = database.pools.get(keys.pool(accountId, 'lmp'));
        if (status === 'suspended' && pool && database.seats.delete(keys.seat({ accountId, userId }, 'lmp')))
          pool.assigned -= 1;
      },
    },
  }),
};
