import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { signIn } from '../../../local/sign-in.ts';
import {
  changeAccess,
  conditionally,
  ELSEWHERE,
  expectRefused,
  HERE,
  type Person,
  type Post,
  welcome,
} from '../access/people.ts';
import { callerOf, type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { hireProgram, nextSecond } from './cast.ts';
import { bodyOf, type Call } from './houses.ts';

const cloud = useSharedCloud();
const agencyId = newId('agency');
let headquarters: Office;
let branch: Office;
beforeAll(async () => {
  headquarters = await openOffice(cloud(), { agency: { agencyId, name: 'Sunrise Group' } });
  branch = await openOffice(cloud(), { agency: { agencyId } });
});

const join = (permissions: Record<string, unknown>, post: Post = {}): Promise<Person> =>
  welcome(cloud(), branch, { ...post, permissions });

/** What an offer gives. */
const ACCESS = { licenses: { kinds: ['lmp'] }, permissions: { role: 'administrator' } };

const at = ({ accountId }: Office, path = ''): string => `/accounts/${accountId}${path}`;

const expectLetIn = async (call: Call, path: string): Promise<void> => {
  const { status, body } = await call('GET', path);
  expect([path, status, body.type]).toEqual([path, 200, undefined]);
};

/** Makes something of an account. */
const make = async (path: string, body: unknown) => bodyOf(await branch.call('POST', at(branch, path), body));

/** Replaces something of an account. */
const replace = async (path: string, body: unknown) =>
  bodyOf(await conditionally(branch.call, 'PUT', at(branch, path), body));

describe('a member, with the token that they have', () => {
  it('is refused from the call after they are suspended, and let in from the one after they are restored', async () => {
    const { call, path } = await join({ role: 'administrator' });
    await expectLetIn(call, at(branch));
    bodyOf(await branch.call('POST', `${path}/suspend`));
    expectRefused(await call('GET', at(branch)), 'member-not-active');
    expectRefused(await call('POST', `${path}/restore`), 'member-not-active');
    await expectLetIn(call, '/me');
    bodyOf(await branch.call('POST', `${path}/restore`));
    await expectLetIn(call, at(branch));
  });

  it('is refused from the call after an administrator signs them out, until they sign in again', async () => {
    const { call, path, email, password } = await join({ role: 'administrator' });
    await expectLetIn(call, at(branch));
    bodyOf(await branch.call('POST', `${path}/sign-out`));
    expectRefused(await call('GET', at(branch)), 'signed-out');
    expectRefused(await call('GET', '/me'), 'signed-out');
    await nextSecond();
    const { accessToken } = await signIn(cloud(), { username: email, password });
    await expectLetIn(callerOf(cloud(), accessToken), at(branch));
    expectRefused(await call('GET', at(branch)), 'signed-out');
  });

  it('is refused in every session from the call after they sign out everywhere', async () => {
    const { call, email, password } = await join({ role: 'administrator' });
    const other = await signIn(cloud(), { username: email, password });
    expect((await call('POST', '/me/sign-out')).status).toBe(204);
    for (const session of [call, callerOf(cloud(), other.accessToken)]) {
      expectRefused(await session('GET', at(branch)), 'signed-out');
      expectRefused(await session('GET', '/me'), 'signed-out');
      expectRefused(await session('POST', '/me/sign-out'), 'signed-out');
    }
  });

  it('is refused in the one account that signs them out, and goes on in the other', async () => {
    const { call, email, userId } = await join({ role: 'administrator' });
    const offer = { email, accounts: [{ ...ACCESS, accountId: headquarters.accountId }] };
    const { runs } = bodyOf(await headquarters.call('POST', at(headquarters, '/access-offers'), offer));
    await headquarters.follow(runs[0].runId);
    // Until they accept, they are as good as not there.
    expectRefused(await call('GET', at(headquarters)), 'member-not-active');
    bodyOf(await call('POST', `/me/offers/${headquarters.accountId}/accept`));
    await expectLetIn(call, at(headquarters));
    bodyOf(await headquarters.call('POST', at(headquarters, `/members/${userId}/sign-out`)));
    expectRefused(await call('GET', at(headquarters)), 'signed-out');
    await expectLetIn(call, at(branch));
    await expectLetIn(call, '/me');
  });

  it('has only what is left from the call after they are demoted, and more from the one after they are promoted', async () => {
    const person = await join({ role: 'administrator' });
    await expectLetIn(person.call, at(branch));
    bodyOf(await changeAccess(branch.call, person, { role: 'call-agent' }));
    expectRefused(await person.call('GET', at(branch)), 'forbidden');
    bodyOf(await changeAccess(branch.call, person, { grants: ['view-billing'] }));
    await expectLetIn(person.call, at(branch));
    bodyOf(await changeAccess(branch.call, person, { grants: [] }));
    expectRefused(await person.call('GET', at(branch)), 'forbidden');
  });

  it('A-7 is refused from the call after their networks leave out where they are', async () => {
    const person = await join({ role: 'administrator' });
    bodyOf(await changeAccess(branch.call, person, { allowedNetworks: ELSEWHERE }));
    expectRefused(await person.call('GET', at(branch)), 'address-not-allowed');
    bodyOf(await changeAccess(branch.call, person, { allowedNetworks: HERE }));
    await expectLetIn(person.call, at(branch));
    bodyOf(await changeAccess(branch.call, person, { allowedNetworks: ELSEWHERE }));
    expectRefused(await person.call('GET', at(branch)), 'address-not-allowed');
    bodyOf(await changeAccess(branch.call, person, { allowedNetworks: null }));
    await expectLetIn(person.call, at(branch));
  });

  it('D-23 does not reach the agency any more from the call after its role is taken from them', async () => {
    const person = await join({ role: 'administrator' });
    expectRefused(await person.call('GET', at(headquarters)), 'not-found');
    const given = { agencyRole: 'agency-administrator', confirm: ['agency-reach'] };
    bodyOf(await changeAccess(headquarters.call, person, given));
    await expectLetIn(person.call, at(headquarters));
    bodyOf(await changeAccess(headquarters.call, person, { agencyRole: null }));
    expectRefused(await person.call('GET', at(headquarters)), 'not-found');
    await expectLetIn(person.call, at(branch));
  });

  it('D-23 does not reach the agency any more from the call after the membership is suspended that it stands on', async () => {
    const person = await join({ role: 'administrator' });
    const given = { agencyRole: 'agency-administrator', confirm: ['agency-reach'] };
    bodyOf(await changeAccess(headquarters.call, person, given));
    // Whoever reaches less than they do cannot: the branch's own administrator.
    expectRefused(await branch.call('POST', `${person.path}/suspend`), 'more-than-held');
    await expectLetIn(person.call, at(headquarters));
    bodyOf(await headquarters.call('POST', `${person.path}/suspend`));
    expectRefused(await person.call('GET', at(headquarters)), 'not-found');
  });
});

describe('a change of what an account says about roles, folders and groups', () => {
  const ROLE = {
    name: 'Clerk',
    designation: 'manager',
    permissions: ['view-billing'],
    dataViewLevel: 'account',
  };

  it('C-8 of a role meets everybody who has it on their next call', async () => {
    const { role } = await make('/roles', ROLE);
    const { call } = await join({ role });
    await expectLetIn(call, at(branch));
    await replace(`/roles/${role}`, { ...ROLE, permissions: [] });
    expectRefused(await call('GET', at(branch)), 'forbidden');
    await replace(`/roles/${role}`, { ...ROLE, permissions: ['create-user'] });
    await expectLetIn(call, at(branch));
  });

  it('C-7, C-15 of a folder meets everybody in it and below on their next call', async () => {
    const { folderId: above } = await make('/folders', { name: `Folder ${unique()}` });
    const { folderId } = await make('/folders', { name: 'Below', parentId: above });
    const { call } = await join({}, { profile: { folderId } });
    expectRefused(await call('GET', at(branch)), 'forbidden');
    await replace(`/folders/${above}`, { name: 'By permission', permissions: ['view-billing'] });
    await expectLetIn(call, at(branch));
    await replace(`/folders/${above}`, { name: 'By role', role: 'manager' });
    await expectLetIn(call, at(branch));
    await replace(`/folders/${folderId}`, { name: 'Moved away', parentId: 'fld_root' });
    expectRefused(await call('GET', at(branch)), 'forbidden');
  });

  it('C-1 a member moved to another folder has what that one gives on their next call', async () => {
    const { folderId } = await make('/folders', { name: 'Billing', permissions: ['view-billing'] });
    const person = await join({});
    expectRefused(await person.call('GET', at(branch)), 'forbidden');
    bodyOf(await changeAccess(branch.call, person, { folderId }));
    await expectLetIn(person.call, at(branch));
    bodyOf(await changeAccess(branch.call, person, { folderId: 'fld_root' }));
    expectRefused(await person.call('GET', at(branch)), 'forbidden');
  });

  it('D-4 of a group, or of the access lists of a folder, narrows and widens sight on the next call', async () => {
    const { folderId: one } = await make('/folders', { name: `Folder ${unique()}` });
    const { folderId: other } = await make('/folders', { name: `Folder ${unique()}` });
    const { groupId } = await make('/groups', { name: 'Sight', folders: [one] });
    const { path } = await join({ role: 'call-agent' }, { profile: { folderId: other } });
    const grants = { role: 'agent', grants: ['search-users'] };
    const { call } = await join({ ...grants, dataViewLevel: 'group', groups: [groupId] });
    expectRefused(await call('GET', path), 'not-found');
    await replace(`/groups/${groupId}`, { name: 'Sight', folders: [one, other] });
    await expectLetIn(call, path);
    await replace(`/groups/${groupId}`, { name: 'Sight', folders: [one] });
    expectRefused(await call('GET', path), 'not-found');
    const reader = await join(grants);
    expectRefused(await reader.call('GET', path), 'not-found');
    const read = { read: [reader.userId] };
    await replace(`/folders/${other}`, { name: `Folder ${unique()}`, access: read });
    await expectLetIn(reader.call, path);
    await replace(`/folders/${other}`, { name: `Folder ${unique()}` });
    expectRefused(await reader.call('GET', path), 'not-found');
  });
});

describe('an API user, with the token that it has', () => {
  const ENDPOINTS = ['listMembers', 'readAccount'];
  const hire = () => hireProgram(cloud(), branch, { endpoints: ENDPOINTS });
  const pathOf = ({ apiUserId }: { apiUserId: string }) => `/api-users/${apiUserId}`;

  it('E-11 is refused from the call after it is revoked', async () => {
    const program = await hire();
    await expectLetIn(program.call, at(branch, '/members'));
    expect((await branch.call('DELETE', at(branch, pathOf(program)))).status).toBe(204);
    expectRefused(await program.call('GET', at(branch, '/members')), 'not-found');
    const { apiUserId, secret } = program;
    expectRefused(await callerOf(cloud())('POST', '/token', { apiUserId, secret }), 'bad-credentials');
  });

  it('E-11 is refused from the call after its secret is rotated, and let in with the new one', async () => {
    const { call, apiUserId, secret: former } = await hire();
    await expectLetIn(call, at(branch, '/members'));
    const { secret } = await make(`${pathOf({ apiUserId })}/secret`, undefined);
    expectRefused(await call('GET', at(branch, '/members')), 'signed-out');
    const anybody = callerOf(cloud());
    expectRefused(await anybody('POST', '/token', { apiUserId, secret: former }), 'bad-credentials');
    const { accessToken } = bodyOf(await anybody('POST', '/token', { apiUserId, secret }));
    await expectLetIn(callerOf(cloud(), accessToken), at(branch, '/members'));
  });

  it('E-12, E-20 reaches only what it is granted, from where it is, from the call after that changes', async () => {
    const program = await hire();
    const request = { name: 'Program', endpoints: ENDPOINTS, allowedNetworks: HERE };
    await expectLetIn(program.call, at(branch, '/members'));
    await replace(pathOf(program), { ...request, endpoints: ['readAccount'] });
    expectRefused(await program.call('GET', at(branch, '/members')), 'endpoint-not-granted');
    await expectLetIn(program.call, at(branch));
    await replace(pathOf(program), { ...request, allowedNetworks: ELSEWHERE });
    expectRefused(await program.call('GET', at(branch)), 'address-not-allowed');
    await replace(pathOf(program), request);
    await expectLetIn(program.call, at(branch, '/members'));
  });
});
