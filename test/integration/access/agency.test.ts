import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  changeAccess,
  ELSEWHERE,
  expectRefused,
  hire,
  type Person,
  postOf,
  welcome,
} from './people.ts';

const cloud = useSharedCloud();
const agencyId = newId('agency');
let headquarters: Office;
let branch: Office;
let stranger: Office;
beforeAll(async () => {
  headquarters = await openOffice(cloud(), {
    name: 'Headquarters',
    agency: { agencyId, name: 'Sunrise Group' },
  });
  branch = await openOffice(cloud(), { name: 'Branch', agency: { agencyId } });
  stranger = await openOffice(cloud(), { name: 'Stranger' });
});

const AGENCY_REACH = { confirm: ['agency-reach'] };

/** An administrator of the headquarters, who is given an agency role. */
const withAgencyRole = async (agencyRole: string): Promise<Person> => {
  const person = await welcome(cloud(), headquarters, { permissions: { role: 'administrator' } });
  const answer = await changeAccess(headquarters.call, person, { agencyRole, ...AGENCY_REACH });
  expect(answer).toMatchObject({ status: 200, body: { agency: { agencyId, role: agencyRole } } });
  return person;
};

const inBranch = ({ call }: Pick<Person, 'call'>, rest = '') =>
  call('GET', `/accounts/${branch.accountId}${rest}`);

describe('agency roles', () => {
  const AGENCY_ROLES = ['agency-administrator', 'agency-billing-manager', 'marketing-manager'];

  it.each(AGENCY_ROLES)('D-23 %s is only for a user who is administrator already', async (agencyRole) => {
    const agent = await hire(headquarters);
    const answer = await changeAccess(headquarters.call, agent, { agencyRole, ...AGENCY_REACH });
    expectRefused(answer, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/agencyRole' }]);
  });

  it.each(AGENCY_ROLES)('D-24 %s is added afterwards, never by an onboarding', async (role) => {
    const answer = await headquarters.call(
      'POST',
      `/accounts/${headquarters.accountId}/onboardings`,
      postOf({ permissions: { role } }),
    );
    expectRefused(answer, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/permissions/role' }]);
  });

  it('D-25 is given once it is confirmed that it reaches the whole agency', async () => {
    const person = await hire(headquarters, { permissions: { role: 'administrator' } });
    const edit = { agencyRole: 'marketing-manager' };
    const warning = {
      code: 'agency-reach',
      detail: 'This role reaches every account of the agency, not only this one (D-25).',
    };
    const preview = await headquarters.call('POST', `${person.path}/access/preview`, edit);
    expect(preview.body.warnings).toEqual([warning]);
    const unconfirmed = await changeAccess(headquarters.call, person, edit);
    expectRefused(unconfirmed, 'confirmation-required');
    expect(unconfirmed.body.warnings).toEqual([warning]);
    expect((await accessOf(headquarters.call, person)).agency).toBeUndefined();
    const confirmed = await changeAccess(headquarters.call, person, { ...edit, ...AGENCY_REACH });
    expect(confirmed).toMatchObject({ status: 200, body: { agency: { role: 'marketing-manager' } } });
  });

  it('X-4 is given and taken by agency administrators alone', async () => {
    const other = await hire(branch, { permissions: { role: 'administrator' } });
    const edit = { agencyRole: 'agency-billing-manager', ...AGENCY_REACH };
    expectRefused(await changeAccess(branch.call, other, edit), 'more-than-held');
    expect((await changeAccess(headquarters.call, other, edit)).status).toBe(200);
    expectRefused(await changeAccess(branch.call, other, { agencyRole: null }), 'more-than-held');
    expectRefused(await changeAccess(branch.call, other, { role: 'call-agent' }), 'more-than-held');
    expectRefused(await branch.call('POST', `${other.path}/suspend`), 'more-than-held');
    expect((await changeAccess(headquarters.call, other, { agencyRole: null })).status).toBe(200);
  });

  it('D-23 is for accounts of an agency', async () => {
    const person = await hire(stranger, { permissions: { role: 'administrator' } });
    const edit = { agencyRole: 'marketing-manager', ...AGENCY_REACH };
    expectRefused(await changeAccess(stranger.call, person, edit), 'invalid-request');
  });
});

describe('an agency administrator', () => {
  it('D-23 D-25 acts in every account of the agency without being a member, and in no other', async () => {
    const chief = await withAgencyRole('agency-administrator');
    expect((await inBranch(chief, '/members')).body.items).not.toEqual([]);
    const started = await chief.call('POST', `/accounts/${branch.accountId}/onboardings`, postOf());
    expect(started.status).toBe(202);
    const run = await branch.follow(started.body.runId);
    const member = { path: `/accounts/${branch.accountId}/members/${run.userId}` };
    const raised = await changeAccess(chief.call, member, { role: 'administrator' });
    expect(raised).toMatchObject({ status: 200, body: { role: { role: 'administrator' } } });
    const folder = await chief.call('POST', `/accounts/${branch.accountId}/folders`, { name: 'From above' });
    expect(folder.status).toBe(201);
    expectRefused(await chief.call('GET', `/accounts/${stranger.accountId}`), 'not-found');
    const { body } = await chief.call('GET', '/me');
    expect(body.agency).toMatchObject({ agencyId, name: 'Sunrise Group', role: 'agency-administrator' });
    expect(body.agency.accounts).toEqual(
      expect.arrayContaining([
        { accountId: headquarters.accountId, name: 'Headquarters' },
        { accountId: branch.accountId, name: 'Branch' },
      ]),
    );
  });

  it('D-23 stops being one with the administrator’s role that it stands on', async () => {
    const chief = await withAgencyRole('agency-administrator');
    expect((await inBranch(chief)).status).toBe(200);
    const lowered = await changeAccess(headquarters.call, chief, { role: 'report-manager' });
    expect([lowered.status, lowered.body.agency]).toEqual([200, undefined]);
    expectRefused(await inBranch(chief), 'not-found');
  });

  it('D-23 stops being one when suspended, and is none again when restored', async () => {
    const chief = await withAgencyRole('agency-administrator');
    expect((await headquarters.call('POST', `${chief.path}/suspend`)).status).toBe(200);
    expectRefused(await inBranch(chief), 'not-found');
    expect((await headquarters.call('POST', `${chief.path}/restore`)).status).toBe(200);
    expectRefused(await inBranch(chief), 'not-found');
  });

  it('A-7 is held to the networks of their membership in every account', async () => {
    const chief = await withAgencyRole('agency-administrator');
    await changeAccess(headquarters.call, chief, { allowedNetworks: ELSEWHERE });
    expectRefused(await inBranch(chief), 'address-not-allowed');
    await changeAccess(headquarters.call, chief, { allowedNetworks: null });
    expect((await inBranch(chief)).status).toBe(200);
  });
});

describe('the other agency roles', () => {
  it('D-23 an agency billing manager sees payments of every account, and nothing else there', async () => {
    const person = await withAgencyRole('agency-billing-manager');
    expect((await inBranch(person)).status).toBe(200);
    for (const rest of ['/members', '/folders', '/onboardings', '/roles', '/api-users'])
      expectRefused(await inBranch(person, rest), 'forbidden');
  });

  it('D-23 a marketing manager has nothing to do with users, accounts and payments of others', async () => {
    const person = await withAgencyRole('marketing-manager');
    for (const rest of ['', '/members', '/onboardings'])
      expectRefused(await inBranch(person, rest), 'forbidden');
    const access = await accessOf(headquarters.call, person);
    expect(access.permissions).toContainEqual(
      expect.objectContaining({
        permission: 'write-email-templates',
        sources: expect.arrayContaining([
          { from: 'agency-role', id: 'marketing-manager', name: 'Marketing manager' },
        ]),
      }),
    );
  });
});

describe('E-13', () => {
  it('E-13 a subaccount user reaches one subaccount, and nobody is one elsewhere', async () => {
    const subaccount = await openOffice(cloud(), { parentAccountId: headquarters.accountId });
    const permissions = { role: 'subaccount-user', grants: ['search-users'], pages: ['dashboard'] };
    const person = await welcome(cloud(), subaccount, { permissions });
    const members = ({ accountId }: Office) => person.call('GET', `/accounts/${accountId}/members`);
    expect((await members(subaccount)).body.items).toHaveLength(2);
    expectRefused(await members(headquarters), 'not-found');
    const elsewhere = await headquarters.call(
      'POST',
      `/accounts/${headquarters.accountId}/onboardings`,
      postOf({ permissions }),
    );
    expectRefused(elsewhere, 'invalid-request');
    expect(elsewhere.body.errors).toMatchObject([{ pointer: '/permissions/role' }]);
    const agent = await hire(headquarters);
    expectRefused(
      await changeAccess(headquarters.call, agent, { role: 'subaccount-user' }),
      'invalid-request',
    );
  });

  it('E-13 administrators of the account above have nothing to do with a subaccount', async () => {
    const subaccount = await openOffice(cloud(), { parentAccountId: stranger.accountId });
    expectRefused(await stranger.call('GET', `/accounts/${subaccount.accountId}`), 'not-found');
  });
});
