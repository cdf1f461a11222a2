import { describe, expect, it } from 'vitest';
import {
  MoreThanHeld,
  NoFreeSeat,
  NotFound,
  NotInFolder,
  WrongMemberStatus,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { authorityOf, byHand, memberIn } from '../authorization/authorities.ts';
import { folderNamed, policyOf } from '../authorization/policies.ts';
import { openLicensedOffice } from './licensed-office.ts';

const ALL = { lmp: 5, voip: 5, email: 5, desktop: 1 };

describe('making active again', () => {
  it.each(['assign', 'reactivate'] as const)(
    'A-23 gives back all that was held: %s; a repeat does nothing',
    async (verb) => {
      const at = await openLicensedOffice(ALL);
      const agent = await at.onboard(['lmp', 'voip', 'desktop']);
      const before = await at.holding(agent);
      await at.takeBack(agent, 'lmp');
      const again = () => (verb === 'assign' ? at.assign(agent, 'lmp') : at.reactivate(agent));
      await again();
      expect(await at.holding(agent)).toEqual(before);
      expect(await at.member(agent)).toMatchObject({ status: 'active' });
      expect((await at.member(agent)).deactivationReason).toBeUndefined();
      const once = structuredClone(at.database);
      await again();
      expect(at.database).toEqual(once);
      await at.expectCounted();
    },
  );

  it('A-10 with a seat missing stands in line for all of it, and holds nothing meanwhile', async () => {
    const at = await openLicensedOffice({ lmp: 1, voip: 1 });
    const agent = await at.onboard(['lmp', 'voip']);
    await at.takeBack(agent, 'lmp');
    const other = await at.onboard(['lmp']);
    await at.reactivate(agent);
    expect(await at.member(agent)).toMatchObject({ status: 'deactivated', deactivationReason: 'no-license' });
    expect(await at.holding(agent)).toMatchObject({ held: [], waitingFor: ['lmp', 'voip'] });
    const once = structuredClone(at.database);
    await at.reactivate(agent);
    await at.assign(agent, 'lmp');
    expect(at.database).toEqual(once);
    await at.takeBack(other, 'lmp');
    await at.serve();
    expect(await at.status(agent)).toBe('active');
    await at.expectCounted();
  });

  it('X-3 with a seat missing is refused, if the account wants it so', async () => {
    const at = await openLicensedOffice({ lmp: 1 }, 'reject');
    const agent = await at.onboard();
    await at.takeBack(agent, 'lmp');
    await at.onboard();
    await expect(at.reactivate(agent)).rejects.toThrow(NoFreeSeat);
    expect(await at.member(agent)).toMatchObject({ deactivationReason: 'license-taken-back' });
    expect(await at.line()).toEqual([]);
  });

  it('A-23 invites who waited for a seat, lost the wish for it and now has one: they were never invited', async () => {
    const at = await openLicensedOffice({ lmp: 0 });
    const run = await at.onboard();
    await at.takeBack(run, 'lmp');
    await at.own({ lmp: 1 });
    await at.reactivate(run);
    expect(await at.status(run)).toBe('active');
    expect(await at.ports.invitations.read(run)).toBeDefined();
  });

  it('D-9 invites nobody a second time', async () => {
    const at = await openLicensedOffice(ALL);
    const agent = await at.onboard();
    await at.takeBack(agent, 'lmp');
    await at.reactivate(agent);
    expect(await at.ports.invitations.read(agent)).toBeUndefined();
    expect(at.outbox).toHaveLength(1);
  });
});

describe('who stands where they cannot be changed', () => {
  it('is refused while the member is being onboarded, whatever is wanted', async () => {
    const at = await openLicensedOffice(ALL);
    const run = await at.ask();
    await takeUpTo(at.ports, 'SetPermissions', run);
    for (const attempt of [
      at.assign(run, 'voip'),
      at.takeBack(run, 'lmp'),
      at.reactivate(run),
      at.agentFeatures(run, false),
    ])
      await expect(attempt).rejects.toThrow(WrongMemberStatus);
  });

  it('E-21 suspended members get nothing and are not made active by a license, but may lose one', async () => {
    const at = await openLicensedOffice(ALL);
    const agent = await at.onboard(['lmp', 'voip']);
    await at.suspend(agent);
    await expect(at.assign(agent, 'email')).rejects.toThrow(WrongMemberStatus);
    await expect(at.assign(agent, 'lmp')).rejects.toThrow(WrongMemberStatus);
    await expect(at.reactivate(agent)).rejects.toThrow(WrongMemberStatus);
    await at.takeBack(agent, 'voip');
    expect(await at.status(agent)).toBe('suspended');
    expect((await at.holding(agent)).held).toEqual(['lmp']);
    await at.takeBack(agent, 'lmp');
    expect(await at.status(agent)).toBe('deactivated');
    await at.expectCounted();
  });

  it('C-38 E-6 belongs to whoever may write in their folder and holds all that they hold', async () => {
    const at = await openLicensedOffice(ALL);
    const boss = await at.onboard(['lmp'], { permissions: { role: 'administrator' } });
    const agent = await at.onboard(['lmp', 'voip']);
    const policy = policyOf({ folders: [folderNamed('sales')] });
    const manager = memberIn('fld_root', { byHand: byHand({ role: 'manager', grants: ['use-sip'] }) });
    const keeping = { read: [manager.userId], write: [manager.userId] };
    const inRoot = policyOf({ root: { access: keeping } });
    const outside = at.as(authorityOf({ ...policy, accountId: at.accountId }, manager), at.ports);
    const within = at.as(authorityOf({ ...inRoot, accountId: at.accountId }, manager), at.ports);
    const ways = ({ assign, takeBack, reactivate, agentFeatures }: typeof within) =>
      [
        (ref: typeof boss) => assign(ref, 'email'),
        (ref: typeof boss) => takeBack(ref, 'lmp'),
        (ref: typeof boss) => reactivate(ref),
        (ref: typeof boss) => agentFeatures(ref, false),
      ] as const;
    for (const way of ways(outside)) await expect(way(agent)).rejects.toThrow(NotInFolder);
    for (const way of ways(within)) await expect(way(boss)).rejects.toThrow(MoreThanHeld);
    for (const way of ways(within))
      await expect(way({ ...boss, userId: newId('user') })).rejects.toThrow(NotFound);
  });
});
