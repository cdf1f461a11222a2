import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../core/domain/endpoints.ts';
import {
  AddressNotAllowed,
  EndpointNotGranted,
  Forbidden,
  MemberNotActive,
  NotFound,
  SignedOut,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { admitPerson, authorize } from '../../../core/usecases/authorize.ts';
import { signOutMember, suspendMember } from '../../../core/usecases/change-status.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { folderNamed, groupNamed, policyOf } from '../authorization/policies.ts';
import { type Company, HOME, openCompany, stampBy } from './company.ts';

const LONG_AGO = Date.parse('2026-05-01T09:00:00.000Z') / 1000;
const restricted = { access: { allowedNetworks: ['203.0.113.0/24'] } };
const AWAY = '198.51.100.1';

const asking = ({ ports, accountId }: Pick<Company, 'ports' | 'accountId'>) => {
  const decide = authorize(ports);
  return (
    { userId }: { userId: string },
    endpoint: Endpoint = 'startOnboarding',
    more: Partial<Parameters<typeof decide>[0]> = {},
  ) => decide({ accountId, userId, endpoint, signedInAtSeconds: LONG_AGO, sourceAddress: HOME, ...more });
};

describe('who may do something', () => {
  it('C-8 is who holds the permission by role or by grant', async () => {
    const company = await openCompany();
    const may = asking(company);
    const administrator = await company.hire({ role: 'administrator' });
    const granted = await company.hire({ grants: ['create-user'] });
    expect((await may(administrator)).rights.permissions).toEqual(new Set(PERMISSION_KEYS));
    expect((await may(granted)).rights.permissions.has('create-user')).toBe(true);
    await expect(may(await company.hire())).rejects.toThrow(Forbidden);
    await expect(may(await company.hire())).rejects.toThrow(/create-user/);
  });

  it('is who it is about, where that is enough: oneself, and nobody else', async () => {
    const company = await openCompany();
    const may = asking(company);
    const [agent, other] = [await company.hire(), await company.hire()];
    await expect(may(agent, 'readMember', { targetId: agent.userId })).resolves.toBeDefined();
    await expect(may(agent, 'readMember', { targetId: other.userId })).rejects.toThrow(Forbidden);
    await expect(may(agent, 'suspendMember', { targetId: agent.userId })).rejects.toThrow(Forbidden);
  });

  it('is nobody of another account, who does not even learn that it exists', async () => {
    const company = await openCompany();
    const may = asking(company);
    const { userId } = await company.hire({ role: 'administrator' });
    const elsewhere = await given(company.ports).account();
    for (const accountId of [elsewhere, newId('account')])
      await expect(may({ userId }, 'readMember', { accountId, targetId: userId })).rejects.toThrow(NotFound);
    await expect(may({ userId: newId('user') })).rejects.toThrow(NotFound);
  });

  it('A-7 is nobody from an address outside the networks, not even the member concerned', async () => {
    const company = await openCompany();
    const may = asking(company);
    const boss = await company.hire({ role: 'administrator' }, restricted);
    await expect(may(boss)).resolves.toBeDefined();
    await expect(may(boss, undefined, { sourceAddress: '::ffff:203.0.113.9' })).resolves.toBeDefined();
    for (const sourceAddress of [AWAY, '2001:db8::1', '']) {
      const outside = may(boss, 'readMember', { sourceAddress, targetId: boss.userId });
      await expect(outside).rejects.toThrow(AddressNotAllowed);
    }
  });

  it('A-23 is no member who is not active: onboarding, deactivated, suspended', async () => {
    const company = await openCompany();
    const { ports, accountId, hire, authority } = company;
    const may = asking(company);
    const boss = await hire({ role: 'administrator' });
    const run = await given(ports).run(accountId, request({ permissions: { role: 'administrator' } }));
    await takeUpTo(ports, 'AssignWork', run);
    await expect(may(run, 'readMember', { targetId: run.userId })).rejects.toThrow(MemberNotActive);
    const other = await hire({ role: 'administrator' });
    await suspendMember(ports)(await authority(boss), other, stampBy(boss));
    await expect(may(other, 'readMember', { targetId: other.userId })).rejects.toThrow(MemberNotActive);
    const poor = await hire({}, { licenses: { kinds: ['lmp'] } });
    const member = await company.member(poor);
    company.database.members.set(`${accountId}#${poor.userId}`, { ...member, status: 'deactivated' });
    await expect(may(poor, 'readMember', { targetId: poor.userId })).rejects.toThrow(MemberNotActive);
  });

  it('D-4 reaches whom it is about: anybody else is not there', async () => {
    const company = await openCompany();
    const folders = { fld_north: folderNamed('north'), fld_south: folderNamed('south') };
    await company.setPolicy((policy) => ({
      ...policy,
      folders: { ...policy.folders, ...folders },
      groups: { grp_north: groupNamed('north', ['fld_north']) },
    }));
    const place = (userId: string, folderId: string) => {
      const key = `${company.accountId}#${userId}`;
      const member = company.database.members.get(key);
      if (member !== undefined) company.database.members.set(key, { ...member, folderId });
    };
    const [viewer, north, south] = [
      await company.hire({ role: 'manager', dataViewLevel: 'folder' }),
      await company.hire(),
      await company.hire(),
    ];
    place(viewer.userId, 'fld_north');
    place(north.userId, 'fld_north');
    place(south.userId, 'fld_south');
    const may = asking(company);
    await expect(may(viewer, 'readMember', { targetId: north.userId })).resolves.toBeDefined();
    await expect(may(viewer, 'readMember', { targetId: south.userId })).rejects.toThrow(NotFound);
    await expect(may(viewer, 'readMember', { targetId: newId('user') })).rejects.toThrow(NotFound);
  });

  it('is decided in the order of account, status, sign-out, address, permission, reach', async () => {
    const company = await openCompany();
    const { ports, accountId, hire, database } = company;
    const may = asking(company);
    const agent = await hire({}, restricted);
    const outside = { sourceAddress: AWAY, targetId: newId('user') };
    await expect(may(agent, 'readMember', { targetId: newId('user') })).rejects.toThrow(Forbidden);
    await expect(may(agent, 'readMember', outside)).rejects.toThrow(AddressNotAllowed);
    await ports.users.signOut(agent.userId, '2026-06-01T10:00:00.000Z', stampAt());
    await expect(may(agent, 'readMember', outside)).rejects.toThrow(SignedOut);
    const member = await company.member(agent);
    database.members.set(`${accountId}#${agent.userId}`, { ...member, status: 'suspended' });
    await expect(may(agent, 'readMember', outside)).rejects.toThrow(MemberNotActive);
    const elsewhere = { ...outside, accountId: newId('account') };
    await expect(may(agent, 'readMember', elsewhere)).rejects.toThrow(NotFound);
  });
});

describe('a session that was ended', () => {
  const at = (seconds: string) => `2026-06-01T09:00:${seconds}Z`;
  const second = (text: string) => Date.parse(at(text)) / 1000;

  it.each([
    ['by the person, everywhere', 'user'],
    ['by an administrator, in this account', 'member'],
  ] as const)('%s refuses tokens from before, and from the very second', async (_, where) => {
    const company = await openCompany();
    const boss = await company.hire({ role: 'administrator' });
    if (where === 'user') await company.ports.users.signOut(boss.userId, at('10.500'), stampAt());
    else {
      const member = await company.member(boss);
      const key = `${company.accountId}#${boss.userId}`;
      company.database.members.set(key, { ...member, signedOutAt: at('10.500') });
    }
    const may = (text: string) => asking(company)(boss, undefined, { signedInAtSeconds: second(text) });
    await expect(may('09.000')).rejects.toThrow(SignedOut);
    await expect(may('10.000')).rejects.toThrow(SignedOut);
    await expect(may('11.000')).resolves.toBeDefined();
  });

  it('on the full second lets in who signed in since', async () => {
    const company = await openCompany();
    const boss = await company.hire({ role: 'administrator' });
    await company.ports.users.signOut(boss.userId, at('10.000'), stampAt());
    const may = (text: string) => asking(company)(boss, undefined, { signedInAtSeconds: second(text) });
    await expect(may('09.000')).rejects.toThrow(SignedOut);
    await expect(may('10.000')).resolves.toBeDefined();
  });

  it('in one account is not ended in another', async () => {
    const company = await openCompany();
    const boss = await company.hire({ role: 'administrator' });
    const other = await openCompany({}, company);
    const member = await company.member(boss);
    const key = `${company.accountId}#${boss.userId}`;
    company.database.members.set(key, { ...member, signedOutAt: at('10.000') });
    company.database.members.set(`${other.accountId}#${boss.userId}`, {
      ...member,
      accountId: other.accountId,
    });
    const records = company.database.records;
    const permissions = records.get(`${key}#permissions`);
    if (permissions !== undefined) records.set(`${other.accountId}#${boss.userId}#permissions`, permissions);
    await expect(asking(company)(boss)).rejects.toThrow(SignedOut);
    await expect(asking(other)(boss)).resolves.toBeDefined();
  });

  it('refuses the person’s own routes too, if it was ended everywhere', async () => {
    const { ports, hire } = await openCompany();
    const { userId } = await hire();
    await expect(admitPerson(ports)({ userId, signedInAtSeconds: LONG_AGO })).resolves.toBeUndefined();
    await ports.users.signOut(userId, at('10.000'), stampAt());
    await expect(admitPerson(ports)({ userId, signedInAtSeconds: LONG_AGO })).rejects.toThrow(SignedOut);
    const unknown = { userId: newId('user'), signedInAtSeconds: LONG_AGO };
    await expect(admitPerson(ports)(unknown)).rejects.toThrow(NotFound);
  });
});

describe('D-23 D-25 an agency role', () => {
  const agency = async () => {
    const agencyId = newId('agency');
    const home = await openCompany();
    await home.ports.agencies.create({ agencyId, name: 'Group', createdAt: stampAt().at }, stampAt());
    const [one, other] = [await openCompany({ agencyId }, home), await openCompany({ agencyId }, home)];
    const stranger = await openCompany({}, home);
    return { one, other, stranger };
  };

  it('lets an agency administrator into every account of the agency, and into no other', async () => {
    const { one, other, stranger } = await agency();
    const boss = await one.hire({ role: 'administrator' });
    await expect(asking(other)(boss)).rejects.toThrow(NotFound);
    one.giveAgencyRole(boss, 'agency-administrator');
    const { rights } = await asking(other)(boss);
    expect(rights).toMatchObject({ isAdministrator: true, reach: 'everything', dataViewLevel: 'agency' });
    await expect(asking(stranger)(boss)).rejects.toThrow(NotFound);
  });

  it('gives the others what it says, and nothing that members of the other account have', async () => {
    const { one, other } = await agency();
    await other.setPolicy((policy) => ({
      ...policy,
      folders: policyOf({ root: { role: 'manager', permissions: ['manage-voip'] } }).folders,
    }));
    const boss = await one.hire({ role: 'administrator' });
    one.giveAgencyRole(boss, 'agency-billing-manager');
    const { rights } = await asking(other)(boss, 'readAccount');
    expect([...rights.permissions]).toEqual(['view-billing']);
    await expect(asking(other)(boss, 'startOnboarding')).rejects.toThrow(Forbidden);
  });

  it('has the networks of the membership that it stands on', async () => {
    const { one, other } = await agency();
    const boss = await one.hire({ role: 'administrator' });
    const user = one.database.users.get(boss.userId);
    if (user === undefined) throw new Error('There is no such user.');
    const role = {
      agencyId: (await one.ports.accounts.read(one.accountId))?.agencyId ?? '',
      accountId: one.accountId,
    };
    one.database.users.set(boss.userId, {
      ...user,
      agencyRole: { ...role, role: 'agency-administrator', ...restricted.access },
    });
    await expect(asking(other)(boss)).resolves.toBeDefined();
    await expect(asking(other)(boss, undefined, { sourceAddress: AWAY })).rejects.toThrow(AddressNotAllowed);
    // Also where they are a member besides, whom nothing restricts there.
    const member = await one.member(boss);
    const read: typeof other.ports.standings.read = async (...ref) => {
      const standing = await other.ports.standings.read(...ref);
      return standing && { ...standing, member, permissions: { grants: [], groups: [] } };
    };
    const ports = { ...other.ports, standings: { ...other.ports.standings, read } };
    const asMember = asking({ ports, accountId: other.accountId });
    await expect(asMember(boss)).resolves.toBeDefined();
    await expect(asMember(boss, undefined, { sourceAddress: AWAY })).rejects.toThrow(AddressNotAllowed);
  });

  it('ends, in every account of the agency, the sessions that the account it is held through has ended', async () => {
    const { one, other } = await agency();
    const boss = await one.hire({ role: 'administrator' });
    const colleague = await one.hire({ role: 'administrator' });
    one.giveAgencyRole(boss, 'agency-administrator');
    one.giveAgencyRole(colleague, 'agency-administrator');
    // With another account of their own, they are not signed out everywhere.
    const user = one.database.users.get(boss.userId);
    if (user === undefined) throw new Error('There is no such user.');
    one.database.users.set(boss.userId, { ...user, accountIds: [...user.accountIds, newId('account')] });
    const asked = { signedInAtSeconds: LONG_AGO };
    await expect(asking(other)(boss, undefined, asked)).resolves.toBeDefined();
    await signOutMember(one.ports)(await one.authority(colleague), boss, stampAt());
    await expect(asking(other)(boss, undefined, asked)).rejects.toThrow(SignedOut);
    await expect(asking(other)(colleague, undefined, asked)).resolves.toBeDefined();
  });

  it('works in an account that has only offered the same person access, and ends nowhere else', async () => {
    const { one, other } = await agency();
    const boss = await one.hire({ role: 'administrator' });
    one.giveAgencyRole(boss, 'agency-administrator');
    const member = await one.member(boss);
    const key = `${other.accountId}#${boss.userId}`;
    const there = { ...member, accountId: other.accountId };
    one.database.members.set(key, { ...there, status: 'onboarding' });
    await expect(asking(other)(boss)).resolves.toBeDefined();
    one.database.members.set(key, { ...there, status: 'suspended' });
    await expect(asking(other)(boss)).rejects.toThrow(MemberNotActive);
  });
});

describe('E-11 E-12 an API user', () => {
  const robotIn = async (more: { endpoints?: readonly Endpoint[]; grants?: readonly 'use-sip'[] } = {}) => {
    const company = await openCompany();
    const robot = {
      accountId: company.accountId,
      apiUserId: newId('apiUser'),
      name: 'Robot',
      endpoints: ['listMembers', 'readMember'] as readonly Endpoint[],
      grants: [],
      pages: [],
      allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'],
      createdAt: stampAt().at,
      createdBy: 'usr_x',
      version: 1,
      ...more,
    };
    await company.ports.apiUsers.create(robot, stampAt());
    return { company, robot, may: asking(company), as: { userId: robot.apiUserId } };
  };

  it('calls the endpoints granted, and no other', async () => {
    const { may, as, company } = await robotIn();
    const agent = await company.hire();
    const authority = await may(as, 'listMembers');
    expect(authority.rights).toMatchObject({
      designation: 'api',
      reach: 'everything',
      isAdministrator: false,
    });
    await expect(may(as, 'readMember', { targetId: agent.userId })).resolves.toBeDefined();
    await expect(may(as, 'readMember', { targetId: newId('user') })).rejects.toThrow(NotFound);
    for (const endpoint of ['readMemberAccess', 'startOnboarding', 'readMe'] as const)
      await expect(may(as, endpoint)).rejects.toThrow(EndpointNotGranted);
  });

  it('X-4 holds what it was given to give, and nothing for the endpoints that it may call', async () => {
    const { may, as } = await robotIn({ grants: ['use-sip'] });
    const { rights } = await may(as, 'listMembers');
    expect([...rights.permissions].sort()).toEqual(['use-sip']);
  });

  it('holds even what is for managers, if its endpoints need it', async () => {
    const { may, as } = await robotIn({ endpoints: ['createRole'] });
    await expect(may(as, 'createRole')).resolves.toBeDefined();
  });

  it('calls from its networks only, and that is asked before the endpoint', async () => {
    const { may, as } = await robotIn();
    await expect(may(as, 'listMembers', { sourceAddress: '2001:db8::7' })).resolves.toBeDefined();
    await expect(may(as, 'listMembers', { sourceAddress: AWAY })).rejects.toThrow(AddressNotAllowed);
    await expect(may(as, 'createRole', { sourceAddress: AWAY })).rejects.toThrow(AddressNotAllowed);
  });

  it('belongs to one account', async () => {
    const { may, as, company } = await robotIn();
    const elsewhere = await given(company.ports).account();
    await expect(may(as, 'listMembers', { accountId: elsewhere })).rejects.toThrow(NotFound);
    await expect(may({ userId: newId('apiUser') }, 'listMembers')).rejects.toThrow(NotFound);
  });

  it('is refused with tokens from before its secret was rotated, and once it is revoked', async () => {
    const { may, as, company, robot } = await robotIn();
    const { apiUsers } = company.ports;
    await apiUsers.change({ ...robot, version: 2, signedOutAt: '2026-06-01T09:00:00.500Z' }, stampAt());
    await expect(may(as, 'listMembers')).rejects.toThrow(SignedOut);
    const since = { signedInAtSeconds: Date.parse('2026-06-01T09:00:01.000Z') / 1000 };
    await expect(may(as, 'listMembers', since)).resolves.toBeDefined();
    await apiUsers.remove(robot);
    await expect(may(as, 'listMembers', since)).rejects.toThrow(NotFound);
  });

  it('is nobody on a person’s own routes', async () => {
    const { company, robot } = await robotIn();
    const asked = { userId: robot.apiUserId, signedInAtSeconds: LONG_AGO };
    await expect(admitPerson(company.ports)(asked)).rejects.toThrow(EndpointNotGranted);
  });
});
