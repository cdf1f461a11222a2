import { describe, expect, it } from 'vitest';
import { Busy } from '../../../core/domain/errors.ts';
import { acceptOffer } from '../../../core/usecases/answer-offer.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { followOnboarding } from '../../../core/usecases/follow-onboarding.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { stampAt } from '../../ports/samples.ts';
import { execute, takeState, takeUpTo } from '../../ports/state-machine.ts';
import { openLicensedOffice, ownSeats } from './licensed-office.ts';
import { openAgency } from './offer-agency.ts';

describe('who comes out of the line', () => {
  it('A-23 is left an invitation to be sent, exactly if one is wanted', async () => {
    const { ports, onboard, own, serve, member } = await openLicensedOffice({ lmp: 0 });
    const invited = await onboard();
    const silent = await onboard(['lmp'], { profile: { sendInvitation: false } });
    await own({ lmp: 2 });
    expect(await serve()).toBe(2);
    expect(await ports.invitations.read(invited)).toMatchObject({ dueAt: expect.any(String) });
    expect(await ports.invitations.read(silent)).toBeUndefined();
    expect((await member(invited)).deactivationReason).toBeUndefined();
  });

  it('is asked for anew by whatever they had read: their next call is decided upon anew', async () => {
    const { onboard, own, serve, member } = await openLicensedOffice({ lmp: 0 });
    const run = await onboard();
    const { version } = await member(run);
    await own({ lmp: 1 });
    await serve();
    expect((await member(run)).version).toBe(version + 1);
  });

  it('E-21 counts among the administrators from then on, if they are one', async () => {
    const { onboard, own, serve, database, accountId } = await openLicensedOffice({ lmp: 0 });
    await onboard(['lmp'], { permissions: { role: 'administrator' } });
    const administrators = () => database.accounts.get(accountId)?.activeAdministrators;
    expect(administrators()).toBe(0);
    await own({ lmp: 1 });
    await serve();
    expect(administrators()).toBe(1);
  });

  it('B-2 as an active member has one more license, and is invited to nothing', async () => {
    const { ports, onboard, assign, own, serve, status, holding, member } = await openLicensedOffice({
      lmp: 1,
      voip: 0,
    });
    const agent = await onboard();
    await assign(agent, 'voip');
    const before = await member(agent);
    await own({ voip: 1 });
    expect(await serve()).toBe(1);
    expect(await status(agent)).toBe('active');
    expect(await holding(agent)).toMatchObject({ held: ['lmp', 'voip'], waitingFor: [] });
    expect(await member(agent)).toEqual(before);
    expect(await ports.invitations.read(agent)).toBeUndefined();
  });

  it('E-21 as a suspended member has the license, and stays suspended', async () => {
    const { onboard, assign, suspend, restore, own, serve, status, holding } = await openLicensedOffice({
      lmp: 1,
      voip: 0,
    });
    const agent = await onboard();
    await assign(agent, 'voip');
    await suspend(agent);
    await own({ voip: 1 });
    expect(await serve()).toBe(1);
    expect(await status(agent)).toBe('suspended');
    await restore(agent);
    expect(await holding(agent)).toMatchObject({ held: ['lmp', 'voip'] });
  });

  it('A-11 in the middle of their run ends it active, invited by the run and by nobody else', async () => {
    const { ports, ask, own, serve, status, outbox, expectCounted } = await openLicensedOffice({ lmp: 0 });
    const run = await ask();
    await takeUpTo(ports, 'SetPermissions', run);
    await own({ lmp: 1 });
    expect(await serve()).toBe(1);
    expect(await status(run)).toBe('onboarding');
    expect(await ports.invitations.read(run)).toBeUndefined();
    await execute(ports, run);
    expect(await followOnboarding(ports)(run)).toMatchObject({ outcome: 'active' });
    expect(outbox.map(({ userId }) => userId)).toEqual([run.userId]);
    await expectCounted();
  });

  it('A-11 in the moment in which their run ends is not left deactivated with a seat', async () => {
    const { ports, ask, own, serve, status, holding } = await openLicensedOffice({ lmp: 0 });
    const run = await ask();
    await takeUpTo(ports, 'AssignWork', run);
    await own({ lmp: 1 });
    const finish: Ports['runs']['finish'] = async (...ending) => {
      await serve();
      return ports.runs.finish(...ending);
    };
    const racing = { ...ports, runs: { ...ports.runs, finish } };
    // The state machine tries again what was busy.
    await expect(takeState(racing, 'Activate', run)).rejects.toThrow(Busy);
    await takeState(ports, 'Activate', run);
    expect([await status(run), (await holding(run)).held]).toEqual(['active', ['lmp']]);
  });

  it('X-3 while their run is parked keeps the seat for its end, or for its discard', async () => {
    const { ports, ask, onboard, own, serve, status, line, expectCounted } = await openLicensedOffice({
      lmp: 0,
    });
    const parked = await ask();
    const noWork = { ...ports.work, release: () => Promise.reject(new Error('down')) };
    await execute({ ...ports, work: noWork }, parked, ports);
    const second = await onboard();
    await own({ lmp: 1 });
    expect(await serve()).toBe(1);
    expect(await line()).toEqual([second.userId]);
    await discardOnboarding(ports)(parked, stampAt());
    expect(await serve()).toBe(1);
    expect(await status(second)).toBe('active');
    await expectCounted();
  });

  it('X-19 as who was offered access before they accepted it is active when they do', async () => {
    const { ports, there, offered, ref, outbox } = await openAgency();
    const mails = outbox.length;
    await ownSeats(ports, there.accountId, { lmp: 0 });
    await offered();
    await ownSeats(ports, there.accountId, { lmp: 1 });
    expect(await serveWaitingLine(ports)(there.accountId, 'req')).toBe(1);
    expect((await ports.members.read(ref))?.member.status).toBe('onboarding');
    await acceptOffer(ports)(ref, stampAt());
    expect((await ports.members.read(ref))?.member.status).toBe('active');
    expect(await ports.invitations.read(ref)).toBeUndefined();
    expect(outbox.length).toBe(mails);
  });

  it('X-19 after they have accepted access is not invited: they have a password', async () => {
    const { ports, there, offered, ref } = await openAgency();
    await ownSeats(ports, there.accountId, { lmp: 0 });
    await offered();
    await acceptOffer(ports)(ref, stampAt());
    const waiting = { status: 'deactivated', deactivationReason: 'no-license' };
    expect((await ports.members.read(ref))?.member).toMatchObject(waiting);
    await ownSeats(ports, there.accountId, { lmp: 1 });
    expect(await serveWaitingLine(ports)(there.accountId, 'req')).toBe(1);
    expect((await ports.members.read(ref))?.member.status).toBe('active');
    expect(await ports.invitations.read(ref)).toBeUndefined();
  });
});
