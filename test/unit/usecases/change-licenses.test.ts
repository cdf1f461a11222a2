import { describe, expect, it } from 'vitest';
import { LastAdministrator } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { readLicenses } from '../../../core/usecases/read-licenses.ts';
import { startSession } from '../../../core/usecases/start-session.ts';
import { stampAt } from '../../ports/samples.ts';
import { type LicensedOffice, openLicensedOffice } from './licensed-office.ts';

const ALL = { lmp: 5, voip: 5, email: 5, desktop: 1 };

const statesOf = async ({ ports }: LicensedOffice, ref: Parameters<LicensedOffice['holding']>[0]) =>
  Object.fromEntries((await readLicenses(ports)(ref)).licenses.map(({ kind, state }) => [kind, state]));

describe('assigning one license', () => {
  it('A-2 gives an active member a seat of it; a repeat does nothing', async () => {
    const at = await openLicensedOffice(ALL);
    const agent = await at.onboard();
    await at.assign(agent, 'voip');
    expect(await at.holding(agent)).toMatchObject({ kinds: ['lmp', 'voip'], held: ['lmp', 'voip'] });
    const once = structuredClone(at.database);
    await at.assign(agent, 'voip');
    await at.assign(agent, 'lmp');
    expect(at.database).toEqual(once);
    await at.expectCounted();
  });

  it('C-44 of a concurrent kind takes no seat: each sign-in will', async () => {
    const at = await openLicensedOffice(ALL);
    const agent = await at.onboard();
    await at.assign(agent, 'desktop');
    expect(await statesOf(at, agent)).toEqual({ lmp: 'held', desktop: 'at-sign-in' });
    expect(await at.pool('desktop')).toMatchObject({ assigned: 0, inUse: 0 });
  });

  it('A-2 to who lost the base license is kept for when they are back', async () => {
    const at = await openLicensedOffice(ALL);
    const agent = await at.onboard();
    await at.takeBack(agent, 'lmp');
    await at.assign(agent, 'voip');
    expect(await statesOf(at, agent)).toEqual({ lmp: 'given-back', voip: 'given-back' });
    expect(await at.status(agent)).toBe('deactivated');
    await at.assign(agent, 'lmp');
    expect(await statesOf(at, agent)).toEqual({ lmp: 'held', voip: 'held' });
    expect(await at.status(agent)).toBe('active');
    await at.expectCounted();
  });

  it('X-3 to who waits is one more that they wait for, at the place that they have', async () => {
    const at = await openLicensedOffice({ lmp: 0, voip: 1 });
    const [first, second] = [await at.onboard(), await at.onboard()];
    await at.assign(first, 'voip');
    expect(await at.holding(first)).toMatchObject({ held: [], waitingFor: ['lmp', 'voip'] });
    expect(await at.line()).toEqual([first.userId, second.userId]);
    await at.expectCounted();
    await at.own({ lmp: 1 });
    await at.serve();
    expect(await at.holding(first)).toMatchObject({ held: ['lmp', 'voip'] });
    await at.expectCounted();
  });

  it('X-3 to an active member who waits for another is taken if it is free', async () => {
    const at = await openLicensedOffice({ lmp: 1, voip: 0, email: 1, fax: 0 });
    const agent = await at.onboard();
    await at.assign(agent, 'voip');
    const place = (await at.holding(agent)).place;
    await at.assign(agent, 'email');
    expect(await at.holding(agent)).toMatchObject({ held: ['lmp', 'email'], waitingFor: ['voip'], place });
    await at.assign(agent, 'fax');
    expect(await at.holding(agent)).toMatchObject({ waitingFor: ['voip', 'fax'], place });
    await at.expectCounted();
  });
});

describe('taking one license back', () => {
  it('A-2 frees its seat for whoever comes; a repeat does nothing', async () => {
    const at = await openLicensedOffice({ ...ALL, voip: 1 });
    const [agent, other] = [await at.onboard(['lmp', 'voip']), await at.onboard()];
    await at.takeBack(agent, 'voip');
    expect(await at.holding(agent)).toMatchObject({ kinds: ['lmp'], held: ['lmp'] });
    expect(await at.status(agent)).toBe('active');
    const once = structuredClone(at.database);
    await at.takeBack(agent, 'voip');
    expect(at.database).toEqual(once);
    await at.assign(other, 'voip');
    expect((await at.holding(other)).held).toEqual(['lmp', 'voip']);
    await at.expectCounted();
  });

  it('A-23 that is the base license deactivates, with the reason, and frees every seat; a repeat does nothing', async () => {
    const at = await openLicensedOffice(ALL);
    const agent = await at.onboard(['lmp', 'voip', 'email']);
    const { version } = await at.member(agent);
    await at.takeBack(agent, 'lmp');
    expect(await at.member(agent)).toMatchObject({
      status: 'deactivated',
      deactivationReason: 'license-taken-back',
      version: version + 1,
    });
    expect(await at.holding(agent)).toMatchObject({ kinds: ['lmp', 'voip', 'email'], held: [] });
    const once = structuredClone(at.database);
    await at.takeBack(agent, 'lmp');
    expect(at.database).toEqual(once);
    await at.expectCounted();
  });

  it.each(['desktop', 'lmp', 'agent features'] as const)(
    'C-44 ends the sessions that go with it, also when asked again after a crash in between: %s',
    async (what) => {
      const at = await openLicensedOffice(ALL);
      const agent = await at.onboard(['lmp', 'desktop']);
      await startSession(at.ports)({ ...at.administrator, userId: agent.userId }, stampAt());
      const crash = async () => {
        throw new Error('The process died.');
      };
      const dying = { ...at.ports, sessions: { ...at.ports.sessions, list: crash } };
      const through = (ports: typeof at.ports) => {
        const { agentFeatures, takeBack } = at.as(at.administrator, ports);
        return what === 'agent features' ? agentFeatures(agent, false) : takeBack(agent, what);
      };
      await expect(through(dying)).rejects.toThrow('The process died.');
      expect(await at.pool('desktop')).toMatchObject({ inUse: 1 });
      await through(at.ports);
      expect(await at.pool('desktop')).toMatchObject({ inUse: 0 });
    },
  );

  it('A-23 that is the base license takes who waits out of the line', async () => {
    const at = await openLicensedOffice({ lmp: 0, voip: 1 });
    const run = await at.onboard(['lmp', 'voip']);
    await at.takeBack(run, 'lmp');
    expect(await at.line()).toEqual([]);
    expect(await at.member(run)).toMatchObject({ deactivationReason: 'license-taken-back' });
    await at.expectCounted();
  });

  it('A-23 that is the base license takes out of the line also whom a crash has left there', async () => {
    const at = await openLicensedOffice({ lmp: 1, fax: 0 });
    const agent = await at.onboard();
    await at.takeBack(agent, 'lmp');
    const first = await at.onboard(['lmp', 'fax']);
    await at.ports.accounts.change(at.accountId, { licensePolicy: 'reject' }, stampAt());
    const dying: Ports['seats']['move'] = async (move, stamp) => {
      const outcome = await at.ports.seats.move(move, stamp);
      if (move.missing !== undefined) throw new Error('The process died.');
      return outcome;
    };
    const crashing = at.as(at.administrator, { ...at.ports, seats: { ...at.ports.seats, move: dying } });
    await expect(crashing.reactivate(agent)).rejects.toThrow('The process died.');
    expect(await at.line()).toEqual([first.userId, agent.userId]);
    expect(await at.member(agent)).toMatchObject({ deactivationReason: 'license-taken-back' });
    await at.takeBack(agent, 'lmp');
    expect(await at.line()).toEqual([first.userId]);
    await at.expectCounted();
  });

  it('X-3 that one waits for may make them fit: then they are served, and no one before them is passed over', async () => {
    const at = await openLicensedOffice({ lmp: 1, voip: 0 });
    const holder = await at.onboard();
    const first = await at.onboard(['lmp', 'voip']);
    await at.takeBack(holder, 'lmp');
    expect(await at.status(first)).toBe('deactivated');
    await at.takeBack(first, 'voip');
    expect(await at.status(first)).toBe('active');
    expect(await at.holding(first)).toMatchObject({ kinds: ['lmp'], held: ['lmp'], waitingFor: [] });
    await at.expectCounted();
  });

  it('E-21 leaves the account an administrator, and ends an agency role with the membership', async () => {
    const at = await openLicensedOffice(ALL);
    const permissions = { role: 'administrator' };
    const boss = await at.onboard(['lmp'], { permissions });
    await expect(at.takeBack(boss, 'lmp')).rejects.toThrow(LastAdministrator);
    expect(await at.status(boss)).toBe('active');
    expect((await at.holding(boss)).held).toEqual(['lmp']);
    const second = await at.onboard(['lmp'], { permissions });
    const user = at.database.users.get(boss.userId);
    if (user === undefined) throw new Error('unreachable');
    const agencyRole = { agencyId: newId('agency'), accountId: at.accountId, role: 'agency-administrator' };
    at.database.users.set(boss.userId, {
      ...user,
      agencyRole: { ...agencyRole, role: 'agency-administrator' },
    });
    await at.takeBack(boss, 'lmp');
    expect(at.database.users.get(boss.userId)?.agencyRole).toBeUndefined();
    await expect(at.takeBack(second, 'lmp')).rejects.toThrow(LastAdministrator);
    await at.reactivate(boss);
    await at.takeBack(second, 'lmp');
    expect(at.database.accounts.get(at.accountId)?.activeAdministrators).toBe(1);
  });

  it('E-21 of a suspended administrator counts them only once', async () => {
    const at = await openLicensedOffice(ALL);
    const permissions = { role: 'administrator' };
    const [boss, second] = [
      await at.onboard(['lmp'], { permissions }),
      await at.onboard(['lmp'], { permissions }),
    ];
    await at.suspend(second);
    await at.takeBack(second, 'lmp');
    expect(await at.status(second)).toBe('deactivated');
    await expect(at.takeBack(boss, 'lmp')).rejects.toThrow(LastAdministrator);
    expect(at.database.accounts.get(at.accountId)?.activeAdministrators).toBe(1);
  });
});
