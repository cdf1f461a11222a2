import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import { DomainError } from '../../../core/domain/errors.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { takenSeats } from '../../../core/domain/pool.ts';
import { size } from '../../size.ts';
import { startTable } from '../dynamodb/dynamodb-store.ts';
import { disturbedTable } from './disturbed.ts';
import { inFlight } from './in-flight.ts';
import { type SeatCensus, seatCensus } from './seat-census.ts';
import { newStamp, openSeatOffice, type SeatOffice } from './seat-office.ts';
import { kindsOf, mixed, STORM_PATHS } from './storm-paths.ts';
import type { Attempt } from './stormy-runs.ts';
import { watchPools } from './watch-pools.ts';

/** A client asks again after what may pass, with the same request. */
const TRIES = 12;
const AGAIN_MILLISECONDS = 30;
/** What a client may be told in a storm, and has to live with. */
const ANSWERS = new Set([
  'no-free-seat',
  'changed-meanwhile',
  'run-not-failed',
  'wrong-member-status',
  'member-not-active',
  'license-acquisition',
  'seats-taken',
  'not-found',
]);
/** Minutes at full size, on a machine that has much else to do. */
const MOST_MILLISECONDS = 1_800_000;

const MOST_ATTEMPTS = size({ test: 120, full: 10_000 });
const ATTEMPTS = size({ test: 60, full: 300 });
/** Of each path, where all are mixed. */
const EACH = size({ test: 5, full: 60 });
const SIZES = [1, 2, 49, 51, 500];
/** Which pool each path meets: always the same here, any of the five by giving another number; at full size all of them. */
const SEED = Number(process.env.ROLLCALL_STORM_SEED ?? 4);

/** What comes of one attempt in the end: `done`, or the code of the problem. */
const outcomeOf = async (office: SeatOffice, attempt: Attempt): Promise<string> => {
  const stamp = newStamp();
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt(office.stormy, stamp);
      return 'done';
    } catch (error) {
      const code = error instanceof DomainError ? error.code : Object(error).name;
      const mayPass = [
        'busy',
        'TimeoutError',
        'ProvisionedThroughputExceededException',
        'stale-attempt',
      ].includes(code);
      if (!mayPass || tries === TRIES) {
        if (!mayPass && !ANSWERS.has(code)) throw error;
        return code;
      }
      await sleep(Math.random() * AGAIN_MILLISECONDS * tries);
    }
  }
};

/** Lets all of them loose at once; what was seen meanwhile, what they came to, and what there is afterwards. */
const storm = async (
  table: Table,
  office: SeatOffice,
  kinds: readonly LicenseKind[],
  attempts: readonly Attempt[],
) => {
  const outcomes: Record<string, number> = {};
  const watched = { accountId: office.accountId, kinds };
  const { looks, faults } = await watchPools(table, watched, () =>
    inFlight(
      attempts.map((attempt) => async () => {
        const outcome = await outcomeOf(office, attempt);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }),
    ),
  );
  await office.settle();
  return { looks, faults, outcomes, census: await seatCensus(table, office.accountId) };
};

const expectRight = ({ looks, faults, outcomes, census }: Awaited<ReturnType<typeof storm>>): void => {
  expect(faults).toEqual([]);
  expect(census.faults.slice(0, 20)).toEqual([]);
  expect(census.invitationsDue).toBe(0);
  expect(looks).toBeGreaterThan(0);
  // Otherwise nothing would have been tried at all.
  expect(outcomes).toMatchObject({ done: expect.any(Number) });
};

/** Who is active has been invited, once. */
const expectInvitedOnce = ({ outbox }: SeatOffice, { members }: SeatCensus): void => {
  const active = members
    .filter(({ member }) => member.status === 'active')
    .map(({ member }) => member.userId);
  const invited = outbox.map(({ userId }) => userId);
  expect(new Set(invited).size).toBe(invited.length);
  for (const userId of active) expect(invited).toContain(userId);
};

describe('X-3 on the real engine', () => {
  let table: Table | undefined;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    ({ table, stop } = await startTable());
  });
  afterAll(() => stop());

  const engine = (): Table => {
    if (table === undefined) throw new Error('The table has not started.');
    return table;
  };

  /** Each path meets a pool of one size, and at full size pools of them all. */
  const cases = STORM_PATHS.flatMap((path, index) => {
    const count = index === 0 ? MOST_ATTEMPTS : ATTEMPTS;
    const sizes = size({ test: 1, full: SIZES.length });
    return Array.from({ length: index === 0 ? 1 : sizes }, (_, more) => {
      const seats = SIZES[(index + more + SEED) % SIZES.length] ?? 1;
      return { path, name: path.name, seats, count };
    });
  });

  it.each(cases)(
    'sells no seat twice and loses none: $name, $count at once on $seats seats',
    {
      timeout: MOST_MILLISECONDS,
    },
    async ({ path, seats, count }) => {
      const office = await openSeatOffice(engine());
      await office.leaveFree(path.plenty, count + seats);
      const attempts = await path.prepare(office, count, seats);
      await office.leaveFree(path.scarce, path.isFull ? 0 : seats);
      const result = await storm(engine(), office, path.scarce, attempts);
      expectRight(result);
      // Or else nobody would have got what all of them are after.
      const scarce = result.census.pools.filter(({ kind }) => path.scarce.includes(kind));
      expect(path.givesBack || scarce.some((pool) => takenSeats(pool) > 0)).toBe(true);
      expectInvitedOnce(office, result.census);
    },
  );

  /** Something of every path, in one account. */
  const everything = async (office: SeatOffice, seats: number): Promise<readonly Attempt[]> => {
    const prepared: (readonly Attempt[])[] = [];
    for (const path of STORM_PATHS) {
      await office.leaveFree(path.plenty, EACH + seats);
      prepared.push(await path.prepare(office, EACH, seats));
      await office.setPolicy('deactivate');
    }
    await office.leaveFree(kindsOf(STORM_PATHS), seats);
    return mixed(prepared);
  };

  it('sells no seat twice and loses none on all paths at once, while seats are bought and given up', {
    timeout: MOST_MILLISECONDS,
  }, async () => {
    const office = await openSeatOffice(engine());
    const result = await storm(engine(), office, kindsOf(STORM_PATHS), await everything(office, 51));
    expectRight(result);
    expectInvitedOnce(office, result.census);
  });

  it('sells no seat twice and loses none when of every five calls one goes wrong', {
    timeout: MOST_MILLISECONDS,
  }, async () => {
    const disturbed = disturbedTable(engine(), 0.2);
    const office = await openSeatOffice(engine(), disturbed);
    expectRight(await storm(engine(), office, kindsOf(STORM_PATHS), await everything(office, 20)));
    disturbed.client.destroy();
  });
});
