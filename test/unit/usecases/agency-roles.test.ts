import { describe, expect, it } from 'vitest';
import type { AgencyRole } from '../../../core/domain/authorization/rights.ts';
import { ConfirmationRequired, InvalidRequest, MoreThanHeld } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { suspendMember } from '../../../core/usecases/change-status.ts';
import { explainAccess } from '../../../core/usecases/explain-access.ts';
import { stampAt } from '../../ports/samples.ts';
import { editing } from './access-office.ts';
import { openCompany } from './company.ts';

/** Two accounts of an agency; in the first an agency administrator, another administrator and an agent. */
const openAgency = async () => {
  const agencyId = newId('agency');
  const world = await openCompany();
  await world.ports.agencies.create({ agencyId, name: 'Group', createdAt: stampAt().at }, stampAt());
  const company = await openCompany({ agencyId }, world);
  const other = await openCompany({ agencyId }, world);
  const [chief, boss, agent] = [
    await company.hire({ role: 'administrator' }),
    await company.hire({ role: 'administrator' }),
    await company.hire(),
  ];
  company.giveAgencyRole(chief, 'agency-administrator');
  const roleOf = async ({ userId }: { userId: string }) =>
    (await company.ports.users.read(userId))?.agencyRole;
  return { ...company, ...editing(company), agencyId, other, chief, boss, agent, roleOf };
};

const ROLES: readonly AgencyRole[] = ['agency-administrator', 'agency-billing-manager', 'marketing-manager'];

describe('an agency role', () => {
  it.each(ROLES)('D-23 D-24 D-25 %s is added to an administrator, by who means it', async (agencyRole) => {
    const { change, chief, boss, roleOf, agencyId, accountId } = await openAgency();
    const refusal = await change(chief, boss, { agencyRole }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfirmationRequired);
    expect(refusal).toMatchObject({
      warnings: [{ code: 'agency-reach', detail: expect.stringContaining('every account of the agency') }],
    });
    expect(await roleOf(boss)).toBeUndefined();
    await change(chief, boss, { agencyRole }, ['agency-reach']);
    expect(await roleOf(boss)).toEqual({ agencyId, accountId, role: agencyRole });
  });

  it('D-23 is for nobody who is not administrator, though they may become both at once', async () => {
    const { change, chief, agent, roleOf } = await openAgency();
    const edit = { agencyRole: 'marketing-manager' } as const;
    await expect(change(chief, agent, edit, ['agency-reach'])).rejects.toThrow(InvalidRequest);
    await change(chief, agent, { ...edit, role: 'administrator' }, ['agency-reach']);
    expect((await roleOf(agent))?.role).toBe('marketing-manager');
  });

  it('D-23 is not for a suspended member: the other accounts of the agency would let them in', async () => {
    const { change, chief, boss, roleOf, ports, authority } = await openAgency();
    await suspendMember(ports)(await authority(chief), boss, stampAt());
    const edit = { agencyRole: 'agency-administrator' } as const;
    await expect(change(chief, boss, edit, ['agency-reach'])).rejects.toThrow(InvalidRequest);
    expect(await roleOf(boss)).toBeUndefined();
  });

  it('D-25 is not warned of again while it stays, and is when it becomes another', async () => {
    const { change, preview, chief, boss } = await openAgency();
    await change(chief, boss, { agencyRole: 'marketing-manager' }, ['agency-reach']);
    const same = await preview(chief, boss, { agencyRole: 'marketing-manager' });
    expect(same.warnings.map(({ code }) => code)).toEqual([]);
    const more = await preview(chief, boss, { agencyRole: 'agency-administrator' });
    expect(more.warnings.map(({ code }) => code)).toEqual(['agency-reach']);
  });

  it('X-4 is given, taken and changed by agency administrators alone', async () => {
    const { change, chief, boss, agent } = await openAgency();
    await change(chief, agent, { role: 'administrator' });
    const edit = { agencyRole: 'agency-billing-manager' } as const;
    await expect(change(boss, agent, edit, ['agency-reach'])).rejects.toThrow(MoreThanHeld);
    await expect(change(boss, boss, edit, ['agency-reach'])).rejects.toThrow(MoreThanHeld);
    await expect(change(boss, chief, { agencyRole: null })).rejects.toThrow(MoreThanHeld);
    await change(chief, agent, edit, ['agency-reach']);
    await expect(change(boss, agent, { agencyRole: null })).rejects.toThrow(MoreThanHeld);
    await expect(change(agent, boss, edit, ['agency-reach'])).rejects.toThrow(MoreThanHeld);
  });

  it('X-4 is not taken by who unmakes the administrator it stands on, unless they hold it', async () => {
    const { change, chief, boss, agent, roleOf } = await openAgency();
    await change(chief, agent, { role: 'administrator' });
    await change(chief, agent, { agencyRole: 'marketing-manager' }, ['agency-reach']);
    await expect(change(boss, agent, { role: 'manager' })).rejects.toThrow(MoreThanHeld);
    await change(chief, agent, { role: 'manager' });
    expect(await roleOf(agent)).toBeUndefined();
  });

  it('D-23 goes with a demotion, and is taken back alone', async () => {
    const { change, chief, boss, roleOf, authority } = await openAgency();
    await change(chief, boss, { agencyRole: 'agency-administrator' }, ['agency-reach']);
    await change(chief, boss, { agencyRole: null });
    expect(await roleOf(boss)).toBeUndefined();
    expect((await authority(boss)).rights).toMatchObject({ isAdministrator: true, dataViewLevel: 'account' });
    await change(chief, boss, { agencyRole: 'agency-administrator' }, ['agency-reach']);
    await change(boss, boss, { role: 'call-agent' });
    expect(await roleOf(boss)).toBeUndefined();
  });

  it('A-7 has the networks of the member, and follows them', async () => {
    const { change, chief, boss, roleOf } = await openAgency();
    await change(chief, boss, { agencyRole: 'marketing-manager', allowedNetworks: ['203.0.113.0/24'] }, [
      'agency-reach',
    ]);
    expect(await roleOf(boss)).toMatchObject({ allowedNetworks: ['203.0.113.0/24'] });
    await change(chief, boss, { allowedNetworks: ['2001:db8::/32'] });
    expect(await roleOf(boss)).toMatchObject({ allowedNetworks: ['2001:db8::/32'] });
    await change(chief, boss, { allowedNetworks: null });
    expect((await roleOf(boss))?.allowedNetworks).toBeUndefined();
  });

  it('D-23 held through one account is changed there, and stays as it is elsewhere', async () => {
    const { change, chief, boss, other, database, roleOf, accountId, member } = await openAgency();
    await change(chief, boss, { agencyRole: 'marketing-manager' }, ['agency-reach']);
    const key = `${other.accountId}#${boss.userId}`;
    database.members.set(key, { ...(await member(boss)), accountId: other.accountId, version: 0 });
    for (const section of ['permissions', 'profile']) {
      const record = database.records.get(`${accountId}#${boss.userId}#${section}`);
      if (record !== undefined) database.records.set(`${key}#${section}`, record);
    }
    const there = { accountId: other.accountId, userId: boss.userId };
    const from = editing(other);
    const ofChief = { accountId: other.accountId, userId: chief.userId };
    await expect(from.change(ofChief, there, { agencyRole: null })).rejects.toThrow(InvalidRequest);
    await from.change(ofChief, there, { grants: ['start-im'] });
    expect(await roleOf(boss)).toMatchObject({ accountId, role: 'marketing-manager' });
  });

  it('X-5 is shown with what it gives', async () => {
    const { ports, authority, chief, agencyId } = await openAgency();
    const { result } = await explainAccess(ports)(await authority(chief), chief);
    expect(result.agency).toEqual({ agencyId, role: 'agency-administrator' });
    expect(result.dataViewLevel).toBe('agency');
  });
});
