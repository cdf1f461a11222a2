import { describe, expect, it } from 'vitest';
import { NoOffer } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { WORK_STATES } from '../../../core/domain/steps.ts';
import { acceptOffer, declineOffer } from '../../../core/usecases/answer-offer.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { readMe } from '../../../core/usecases/read-me.ts';
import { sweepRuns } from '../../../core/usecases/sweep-runs.ts';
import { countCalls, crashingAt, momentsIn } from '../../ports/intercepted.ts';
import { LOCATIONS } from '../../ports/locations.ts';
import { stampAt } from '../../ports/samples.ts';
import { Crash, execute, takeState } from '../../ports/state-machine.ts';
import { byHand } from '../authorization/authorities.ts';
import { stampBy } from './company.ts';
import { LMP, openAgency } from './offer-agency.ts';

const DAY = 24 * 3_600_000;

describe('X-19 access to one more account', () => {
  it('is set up, told of by mail, and works when it is accepted', async () => {
    const { ports, offered, ref, mails, email, statusOf, ana } = await openAgency();
    const run = await offered();
    expect(await statusOf(run)).toBe('offered');
    expect(mails).toMatchObject([{ to: email, subject: expect.stringContaining('There') }]);
    expect((await ports.members.read(ref))?.member.status).toBe('onboarding');
    await acceptOffer(ports)(ref, stampBy(ana));
    expect((await ports.members.read(ref))?.member.status).toBe('active');
    expect(await ports.runs.read(run)).toMatchObject({ status: 'done', outcome: 'active' });
    expect((await ports.users.read(ana.userId))?.accountIds).toHaveLength(2);
  });

  it('is accepted once, however often', async () => {
    const { ports, offered, ref, ana, database } = await openAgency();
    await offered();
    await acceptOffer(ports)(ref, stampBy(ana));
    const once = structuredClone(database);
    await acceptOffer(ports)(ref, stampBy(ana));
    expect(database).toEqual(once);
    await expect(declineOffer(ports)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
  });

  it('is declined: what was set up there is undone, and the person stays who they were', async () => {
    const { ports, database, offered, ref, ana, statusOf } = await openAgency();
    const before = structuredClone({ ...database, runs: undefined, replays: undefined });
    const run = await offered();
    await declineOffer(ports)(ref, stampBy(ana));
    expect(await statusOf(run)).toBe('discarded');
    expect({ ...database, runs: undefined, replays: undefined }).toEqual(before);
    await expect(acceptOffer(ports)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
    await expect(declineOffer(ports)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
  });

  it('that is withdrawn in the moment of accepting is not accepted, and says so', async () => {
    const { ports, offered, ref, ana, statusOf } = await openAgency();
    const run = await offered();
    const finish: typeof ports.runs.finish = async (...ending) => {
      await discardOnboarding(ports)(run, stampBy(ana));
      await ports.runs.finish(...ending);
    };
    const racing = { ...ports, runs: { ...ports.runs, finish } };
    await expect(acceptOffer(racing)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
    expect(await statusOf(run)).toBe('discarded');
  });

  it('is declined to the end by a repeat, if it was cut off', async () => {
    const { ports, offered, ref, ana, statusOf } = await openAgency();
    const run = await offered();
    const down = { ...ports, seats: { ...ports.seats, move: () => Promise.reject(new Error('down')) } };
    await expect(declineOffer(down)(ref, stampBy(ana))).rejects.toThrow('down');
    expect(await statusOf(run)).toBe('discarding');
    await declineOffer(ports)(ref, stampBy(ana));
    expect(await statusOf(run)).toBe('discarded');
  });

  it('is declined to the end whenever the process died: by a repeat, or by the sweeper', async () => {
    const first = await openAgency();
    await first.offered();
    const by = (at: Awaited<ReturnType<typeof openAgency>>) => stampBy(at.ana);
    const calls = await countCalls(first.ports, (ports) => declineOffer(ports)(first.ref, by(first)));
    for (const { call, when } of momentsIn(calls)) {
      for (const finisher of ['repeat', 'sweeper'] as const) {
        const at = await openAgency();
        const before = structuredClone({ ...at.database, runs: undefined, replays: undefined });
        const run = await at.offered();
        await expect(declineOffer(crashingAt(at.ports, call, when))(at.ref, by(at))).rejects.toThrow(Crash);
        const isDeclined = (await at.statusOf(run)) !== 'offered';
        at.moveClock(61_000);
        if (finisher === 'sweeper' && isDeclined) await sweepRuns(at.ports)('req');
        // Once all is undone, there is no offer left to decline.
        else
          await declineOffer(at.ports)(at.ref, by(at)).catch((error: unknown) =>
            expect(error).toBeInstanceOf(NoOffer),
          );
        if (finisher === 'repeat') await sweepRuns(at.ports)('req');
        expect({ call, when, status: await at.statusOf(run) }).toEqual({ call, when, status: 'discarded' });
        expect({ ...at.database, runs: undefined, replays: undefined }).toEqual(before);
      }
    }
  });

  it('is set up and told of, at most once too often, whenever a step’s process died', async () => {
    const first = await openAgency();
    const [run] = await first.offer();
    if (run === undefined) throw new Error('Nothing was offered.');
    const calls = await countCalls(first.ports, (ports) => execute(ports, run));
    for (const { call, when } of momentsIn(calls)) {
      const at = await openAgency();
      const [begun] = await at.offer();
      if (begun === undefined) throw new Error('Nothing was offered.');
      const dying = crashingAt(at.ports, call, when);
      for (const state of WORK_STATES)
        await takeState(dying, state, begun).catch(() => takeState(at.ports, state, begun));
      expect({ call, when, status: await at.statusOf(begun) }).toEqual({ call, when, status: 'offered' });
      expect([1, 2]).toContain(at.mails.length);
      await acceptOffer(at.ports)(at.ref, stampBy(at.ana));
      expect((await at.ports.members.read(at.ref))?.member.status).toBe('active');
    }
  });

  it('is withdrawn by who offered it', async () => {
    const { ports, offered, ref, ana, statusOf } = await openAgency();
    const run = await offered();
    await discardOnboarding(ports)(run, stampAt());
    expect(await statusOf(run)).toBe('discarded');
    await expect(acceptOffer(ports)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
  });

  it('is over after thirty days', async () => {
    const { ports, offered, ref, ana, statusOf, moveClock } = await openAgency();
    const run = await offered();
    moveClock(30 * DAY - 1);
    await sweepRuns(ports)('req');
    expect(await statusOf(run)).toBe('offered');
    moveClock(1);
    await sweepRuns(ports)('req');
    expect(await statusOf(run)).toBe('discarded');
    await expect(acceptOffer(ports)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
  });

  it('is nobody’s to answer who was offered nothing', async () => {
    const { ports, home, ana, chief, offered, there } = await openAgency();
    await offered();
    for (const answer of [acceptOffer(ports), declineOffer(ports)]) {
      await expect(answer({ accountId: home.accountId, userId: ana.userId }, stampBy(ana))).rejects.toThrow(
        NoOffer,
      );
      await expect(
        answer({ accountId: there.accountId, userId: chief.userId }, stampBy(chief)),
      ).rejects.toThrow(NoOffer);
      await expect(answer({ accountId: newId('account'), userId: ana.userId }, stampBy(ana))).rejects.toThrow(
        NoOffer,
      );
    }
  });

  it('is not accepted before all is set up', async () => {
    const { ports, offer, ref, ana } = await openAgency();
    await offer();
    await expect(acceptOffer(ports)(ref, stampBy(ana))).rejects.toThrow(NoOffer);
  });

  it('A-10 leaves whoever accepts it deactivated while no license is free', async () => {
    const { ports, database, offer, ref, ana, there } = await openAgency();
    const pool = database.pools.get(`${there.accountId}#lmp`);
    if (pool !== undefined)
      database.pools.set(`${there.accountId}#lmp`, { ...pool, purchased: pool.assigned });
    const [run] = await offer();
    if (run === undefined) throw new Error('Nothing was offered.');
    await execute(ports, run);
    await acceptOffer(ports)(ref, stampBy(ana));
    expect((await ports.members.read(ref))?.member).toMatchObject({
      status: 'deactivated',
      deactivationReason: 'no-license',
    });
  });

  it('D-17 makes an administrator who counts, once it is accepted', async () => {
    const { ports, database, offer, ref, ana, there } = await openAgency();
    const permissions = byHand({ role: 'administrator' });
    const [run] = await offer({ accounts: [{ accountId: there.accountId, licenses: LMP, permissions }] });
    if (run === undefined) throw new Error('Nothing was offered.');
    await execute(ports, run);
    expect(database.accounts.get(there.accountId)?.activeAdministrators).toBe(0);
    await acceptOffer(ports)(ref, stampBy(ana));
    expect(database.accounts.get(there.accountId)?.activeAdministrators).toBe(1);
  });

  it('is shown to whom it is made, with its end', async () => {
    const { ports, offer, ana, there } = await openAgency();
    const [run] = await offer();
    if (run === undefined) throw new Error('Nothing was offered.');
    expect((await readMe(ports, LOCATIONS)(ana.userId)).offers).toEqual([]);
    await execute(ports, run);
    const { offers, memberships } = await readMe(ports, LOCATIONS)(ana.userId);
    expect(offers).toMatchObject([
      {
        accountId: there.accountId,
        accountName: 'There',
        role: 'call-agent',
        expiresAt: '2026-07-01T09:00:00.000Z',
      },
    ]);
    expect(memberships).toHaveLength(1);
  });
});
