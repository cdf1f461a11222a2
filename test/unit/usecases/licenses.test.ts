import { describe, expect, it } from 'vitest';
import { Busy } from '../../../core/domain/errors.ts';
import { placeOfRun } from '../../../core/domain/ids.ts';
import type { LicenseKind, LicensePolicy } from '../../../core/domain/licenses.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import { assignLicenses } from '../../../core/usecases/assign-licenses.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { followOnboarding } from '../../../core/usecases/follow-onboarding.ts';
import { listMembers } from '../../../core/usecases/list-members.ts';
import type { MemberRef, SeatMove } from '../../../core/usecases/ports.ts';
import { readAccount } from '../../../core/usecases/read-account.ts';
import { readMember } from '../../../core/usecases/read-member.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { administratorOf } from '../authorization/authorities.ts';

const office = async (
  purchased: Partial<Record<LicenseKind, number>>,
  policy: LicensePolicy = 'deactivate',
) => {
  const world = inMemory();
  const { ports } = world;
  const accountId = await given(ports).account(purchased, policy);
  const onboard = async (kinds: readonly LicenseKind[] = ['lmp']): Promise<OpenRun> => {
    const run = await given(ports).run(accountId, request({ licenses: { kinds } }));
    await execute(ports, run);
    return run;
  };
  const pool = (kind: LicenseKind) => world.database.pools.get(`${accountId}#${kind}`);
  /** Gives back what somebody holds; nobody looks at the line. */
  const giveUp = async (ref: MemberRef): Promise<void> => {
    const found = await ports.members.read(ref);
    const before = found && recordOf(found.records, 'licenses');
    if (found === undefined || before === undefined) throw new Error('There is nothing to give up.');
    const { status } = found.member;
    await ports.seats.move({ ref, before, after: undefined, turn: 'newcomer', status }, stampAt());
  };
  return { ...world, accountId, onboard, pool, giveUp };
};

describe('with no free license', () => {
  it('A-10 leaves the member deactivated with the reason, never silently active, never refused', async () => {
    const { ports, onboard, outbox, database } = await office({ lmp: 0 });
    const run = await onboard();
    expect(await followOnboarding(ports)(run)).toMatchObject({
      status: 'done',
      outcome: 'deactivated',
      waitingFor: ['lmp'],
    });
    expect(await readMember(ports)(administratorOf(run.accountId), run)).toMatchObject({
      status: 'deactivated',
      deactivationReason: 'no-license',
      waitingFor: ['lmp'],
    });
    expect(outbox).toEqual([]);
    expect(database.seats.size).toBe(0);
  });

  it('A-10 goes on with every other step', async () => {
    const { ports, onboard } = await office({ lmp: 0 });
    const { steps } = await followOnboarding(ports)(await onboard());
    expect(steps.filter(({ state }) => state === 'done')).toHaveLength(3);
    expect(steps.filter(({ state }) => state === 'skipped')).toHaveLength(5);
  });

  it('A-23 keeps the deactivated findable, though not among the active', async () => {
    const { ports, onboard, accountId } = await office({ lmp: 1 });
    await onboard();
    const waiting = await onboard();
    const list = listMembers(ports);
    const active = await list(administratorOf(accountId), { status: 'active', limit: 10 });
    const deactivated = await list(administratorOf(accountId), {
      status: 'deactivated',
      name: 'ana',
      limit: 10,
    });
    expect(active.items).toHaveLength(1);
    expect(deactivated.items.map(({ userId }) => userId)).toEqual([waiting.userId]);
  });

  it('X-3 holds nothing while waiting, not even the kinds that were free', async () => {
    const { onboard, pool, database } = await office({ lmp: 1, voip: 0 });
    const run = await onboard(['lmp', 'voip']);
    expect(pool('lmp')).toMatchObject({ assigned: 0, waiting: 1 });
    expect(pool('voip')).toMatchObject({ assigned: 0, waiting: 1 });
    expect([...database.line.values()]).toMatchObject([
      { userId: run.userId, place: placeOfRun(run.runId), kinds: ['lmp', 'voip'] },
    ]);
  });

  it('X-3 lets newcomers join the line while someone waits, even if a seat has become free', async () => {
    const { ports, onboard, pool, giveUp, accountId } = await office({ lmp: 1 });
    const holder = await onboard();
    await onboard();
    await giveUp(holder);
    const newcomer = await given(ports).member(accountId);
    const { move } = ports.seats;
    // Nobody has seen yet that there is somebody to serve.
    const taking = { ...ports.seats, line: async () => ({ items: [] }), move };
    await assignLicenses({ ...ports, seats: taking })(newcomer);
    expect((await followOnboarding(ports)(newcomer)).waitingFor).toEqual(['lmp']);
    expect(pool('lmp')).toMatchObject({ assigned: 0, waiting: 2 });
  });

  it('X-3 parks the run instead, if that is the account’s policy, and nobody waits', async () => {
    const { ports, onboard, pool } = await office({ lmp: 0, voip: 1 }, 'reject');
    const run = await onboard(['lmp', 'voip']);
    expect(await followOnboarding(ports)(run)).toMatchObject({
      status: 'failed',
      failure: {
        step: 'AssignLicenses',
        code: 'no-free-seat',
        detail: 'No free license of: lmp.',
        remedy: expect.stringContaining('resume'),
      },
    });
    expect(pool('lmp')).toMatchObject({ waiting: 0 });
    expect(pool('voip')).toMatchObject({ assigned: 0 });
  });

  it.each(['deactivate', 'reject'] as const)(
    'parks the run when the plan has no licenses of a kind, whatever the policy: %s',
    async (policy) => {
      const { ports, onboard } = await office({ lmp: 1 }, policy);
      const run = await onboard(['lmp', 'fax']);
      expect((await followOnboarding(ports)(run)).failure).toMatchObject({
        code: 'license-not-in-plan',
        detail: "The account's plan has no licenses of: fax.",
      });
    },
  );
});

describe('with a free license', () => {
  it('A-9 A-11 counts it as used, and the member is active', async () => {
    const { ports, onboard, accountId } = await office({ voip: 1, lmp: 3 });
    const run = await onboard(['lmp', 'voip']);
    expect(await followOnboarding(ports)(run)).toMatchObject({ outcome: 'active' });
    const { pools } = await readAccount(ports)(accountId);
    expect(pools.map(({ kind, purchased, assigned, free }) => ({ kind, purchased, assigned, free }))).toEqual(
      [
        { kind: 'lmp', purchased: 3, assigned: 1, free: 2 },
        { kind: 'voip', purchased: 1, assigned: 1, free: 0 },
      ],
    );
  });

  it('takes the seat that became free while joining the line', async () => {
    const { ports, onboard, accountId, giveUp } = await office({ lmp: 1 });
    const holder = await onboard();
    const run = await given(ports).member(accountId);
    const move: typeof ports.seats.move = async (wish, stamp) => {
      if (wish.missing !== undefined) await giveUp(holder);
      return ports.seats.move(wish, stamp);
    };
    await assignLicenses({ ...ports, seats: { ...ports.seats, move } })(run);
    expect((await followOnboarding(ports)(run)).waitingFor).toBeUndefined();
  });

  it('gives up for now when seats come and go for too long', async () => {
    const { ports, accountId } = await office({ lmp: 1 });
    const run = await given(ports).member(accountId);
    const restless = {
      ...ports.seats,
      move: async ({ missing }: SeatMove) =>
        missing === undefined
          ? ({ outcome: 'unavailable', missing: ['lmp'] } as const)
          : ({ outcome: 'available' } as const),
    };
    await expect(assignLicenses({ ...ports, seats: restless })(run)).rejects.toThrow(Busy);
  });

  it('X-3 is taken by who comes after a parked run was discarded', async () => {
    const { ports, onboard, accountId, pool } = await office({ lmp: 1, voip: 0 }, 'reject');
    const run = await given(ports).run(accountId, request({ licenses: { kinds: ['lmp'] } }));
    const noWork = { ...ports.work, release: () => Promise.reject(new Error('down')) };
    await execute({ ...ports, work: noWork }, run, ports);
    expect(pool('lmp')).toMatchObject({ assigned: 1 });
    await discardOnboarding(ports)(run, stampAt());
    expect(pool('lmp')).toMatchObject({ assigned: 0 });
    expect(await followOnboarding(ports)(await onboard())).toMatchObject({ outcome: 'active' });
  });
});
