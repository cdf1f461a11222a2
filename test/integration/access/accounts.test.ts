import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { waitForMail } from '../../../local/ses/read-mails.ts';
import { type Office, openOffice, shortRequest } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { accessOf, expectRefused, hire, type Person, postOf, welcome } from './people.ts';

const cloud = useSharedCloud();
const LICENSES = { kinds: ['lmp'] };
let headquarters: Office;
let branch: Office;
let stranger: Office;
const agencyId = newId('agency');
beforeAll(async () => {
  headquarters = await openOffice(cloud(), {
    name: 'Headquarters',
    agency: { agencyId, name: 'Sunrise Group' },
  });
  branch = await openOffice(cloud(), { name: 'Branch', agency: { agencyId } });
  stranger = await openOffice(cloud(), { name: 'Stranger' });
});

/** Offers somebody access, as the administrator of an office does. */
const offer = (
  from: Office,
  email: string,
  request: Record<string, unknown>,
  headers: Record<string, string> = {},
) => from.call('POST', `/accounts/${from.accountId}/access-offers`, { email, ...request }, headers);

/** The role of the branch, in the headquarters too. */
const sameRole = () => ({
  sameRoleAs: branch.accountId,
  accounts: [{ accountId: headquarters.accountId, licenses: LICENSES }],
});

/** Somebody of the branch, to whom the headquarters offer access: all is set up, and they have not answered. */
const offered = async (permissions: Record<string, unknown> = { role: 'call-manager' }) => {
  const person = await welcome(cloud(), branch);
  const { status, body } = await offer(headquarters, person.email, {
    accounts: [{ accountId: headquarters.accountId, licenses: LICENSES, permissions }],
  });
  expect(status).toBe(202);
  const { runId } = body.runs[0];
  await expect(headquarters.follow(runId)).resolves.toMatchObject({ status: 'offered' });
  const path = `/accounts/${headquarters.accountId}/members/${person.userId}`;
  return { person, runId, path };
};

const answer = ({ call }: Pick<Person, 'call'>, word: 'accept' | 'decline', { accountId } = headquarters) =>
  call('POST', `/me/offers/${accountId}/${word}`);

describe('a user who exists', () => {
  it('D-1 is one of as many as the account wants', async () => {
    const crowd = await openOffice(cloud(), { pools: { lmp: 5 } });
    const people = await Promise.all(Array.from({ length: 12 }, () => hire(crowd)));
    const list = async (status: string) =>
      (await crowd.call('GET', `/accounts/${crowd.accountId}/members?limit=100&status=${status}`)).body.items;
    const all = [...(await list('active')), ...(await list('deactivated'))];
    expect(all.map(({ userId }: { userId: string }) => userId).toSorted()).toEqual(
      [crowd.administrator.userId, ...people.map(({ userId }) => userId)].toSorted(),
    );
  });

  it('D-31 cannot be onboarded again, in any account of the system', async () => {
    const { email } = await hire(branch);
    for (const office of [branch, headquarters, stranger]) {
      const request = postOf({ profile: { email: email.toUpperCase() } });
      const again = await office.call('POST', `/accounts/${office.accountId}/onboardings`, request);
      expectRefused(again, 'user-exists');
      expect(again.body).toMatchObject({
        detail: 'A user with this email address already exists.',
        errors: [{ pointer: '/profile/email' }],
      });
    }
  });

  it('D-32 is shown to an account of the same agency, and to nobody else', async () => {
    const { email, userId } = await hire(branch, { permissions: { role: 'report-manager' } });
    const again = (office: Office) =>
      office.call('POST', `/accounts/${office.accountId}/onboardings`, postOf({ profile: { email } }));
    const member = await branch.call('GET', `/accounts/${branch.accountId}/members/${userId}`);
    const { firstName, lastName, loginId } = member.body;
    expect((await again(headquarters)).body.person).toEqual({
      ...{ userId, firstName, lastName, loginId, email, language: 'en' },
      memberships: [{ accountId: branch.accountId, accountName: 'Branch', role: 'report-manager' }],
    });
    const outside = await again(stranger);
    expect(outside.body.person).toBeUndefined();
    for (const secret of [userId, lastName, loginId, branch.accountId, 'Branch'])
      expect(JSON.stringify(outside.body)).not.toContain(secret);
  });
});

describe('access to more accounts', () => {
  it('D-3 D-33 X-19 is granted with the role that they have, once they accept', async () => {
    const person = await welcome(cloud(), branch, { permissions: { role: 'report-manager' } });
    const { body } = await offer(headquarters, person.email, sameRole());
    await headquarters.follow(body.runs[0].runId);
    const answered = await answer(person, 'accept');
    expect(answered.body.memberships).toMatchObject([
      { accountId: branch.accountId, status: 'active', role: 'report-manager' },
      { accountId: headquarters.accountId, status: 'active', role: 'report-manager' },
    ]);
  });

  it('D-3 D-34 is granted with another role, so that they have one in each account', async () => {
    const { person, path } = await offered();
    await answer(person, 'accept');
    const there = await accessOf(headquarters.call, { path });
    expect(there.role).toEqual({ role: 'call-manager', name: 'Call manager', by: 'hand' });
    expect((await accessOf(branch.call, person)).role.role).toBe('call-agent');
    const { body } = await person.call('GET', '/me');
    expect(body.memberships).toMatchObject([{ role: 'call-agent' }, { role: 'call-manager' }]);
  });

  it('D-33 is offered in all the accounts named, or in none', async () => {
    const person = await welcome(cloud(), branch);
    const both = (accountId: string) =>
      offer(headquarters, person.email, {
        sameRoleAs: branch.accountId,
        accounts: [headquarters.accountId, accountId].map((id) => ({ accountId: id, licenses: LICENSES })),
      });
    expectRefused(await both(stranger.accountId), 'not-found');
    expectRefused(await both(branch.accountId), 'already-member');
    expectRefused(await both(headquarters.accountId), 'invalid-request');
    const path = `/accounts/${headquarters.accountId}/members/${person.userId}`;
    expectRefused(await headquarters.call('GET', path), 'not-found');
  });

  it('D-33 needs a role, a user who has a login, and an account whose role one may know', async () => {
    const { email } = await welcome(cloud(), branch);
    const accounts = [{ accountId: headquarters.accountId, licenses: LICENSES }];
    const pointer = async (to: string, request: Record<string, unknown>) => {
      const refusal = await offer(headquarters, to, request);
      expectRefused(refusal, 'invalid-request');
      return refusal.body.errors[0].pointer;
    };
    await expect(pointer(email, { accounts })).resolves.toBe('/accounts/0/permissions');
    const { email: invited } = await hire(branch);
    for (const nobody of [shortRequest().profile.email, invited])
      await expect(pointer(nobody, { accounts, sameRoleAs: branch.accountId })).resolves.toBe('/email');
    for (const accountId of [stranger.accountId, headquarters.accountId])
      await expect(pointer(email, { accounts, sameRoleAs: accountId })).resolves.toBe('/sameRoleAs');
  });

  it('D-33 is for the accounts of an agency: outside it nobody learns that the user is there', async () => {
    const { email } = await welcome(cloud(), branch);
    const permissions = { role: 'call-agent' };
    const accounts = [{ accountId: stranger.accountId, licenses: LICENSES, permissions }];
    const known = await offer(stranger, email, { accounts });
    expectRefused(known, 'invalid-request');
    const unknown = await offer(stranger, shortRequest().profile.email, { accounts });
    expect({ ...unknown.body, instance: '' }).toEqual({ ...known.body, instance: '' });
  });

  it('X-11 a repeat under the same Idempotency-Key offers nothing twice', async () => {
    const person = await welcome(cloud(), branch);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await offer(headquarters, person.email, sameRole(), headers);
    const second = await offer(headquarters, person.email, sameRole(), headers);
    expect(second).toMatchObject({ status: 202, body: { runs: [{ runId: first.body.runs[0].runId }] } });
    await headquarters.follow(first.body.runs[0].runId);
  });
});

describe('X-19', () => {
  it('X-19 the user is told by mail, in words of the account that offers', async () => {
    const { person } = await offered();
    const mail = await waitForMail(cloud().mailboxUrl, person.email);
    expect(mail.subject).toBe('Headquarters offers you access');
    expect(mail.body.html).toContain('/offers');
    expect(mail.body.text).toContain(
      'Ada Admin offers you access to the account Headquarters, with the role Call manager.',
    );
  });

  it('X-19 until the user accepts, nothing works there', async () => {
    const { person } = await offered({ role: 'administrator' });
    const members = `/accounts/${headquarters.accountId}/members`;
    expectRefused(await person.call('GET', members), 'member-not-active');
    const me = await person.call('GET', '/me');
    expect(me.body.memberships).toMatchObject([{ accountId: branch.accountId }]);
    expect(me.body.offers).toMatchObject([
      { accountId: headquarters.accountId, accountName: 'Headquarters', role: 'administrator' },
    ]);
    await answer(person, 'accept');
    expect((await person.call('GET', members)).status).toBe(200);
    expect((await answer(person, 'accept')).status).toBe(200);
    expectRefused(await answer(person, 'decline'), 'no-offer');
  });

  it('X-19 who declines leaves nothing behind, and can be offered it again', async () => {
    const pools = async () =>
      (await headquarters.call('GET', `/accounts/${headquarters.accountId}`)).body.pools;
    const before = await pools();
    const { person, runId, path } = await offered();
    expect(await pools()).not.toEqual(before);
    const declined = await answer(person, 'decline');
    expect([declined.status, declined.body.offers]).toEqual([200, []]);
    expect(declined.body.memberships).toMatchObject([{ accountId: branch.accountId }]);
    await expect(headquarters.follow(runId)).resolves.toMatchObject({ status: 'discarded' });
    expectRefused(await headquarters.call('GET', path), 'not-found');
    expect(await pools()).toEqual(before);
    expectRefused(await answer(person, 'accept'), 'no-offer');
    const again = await offer(headquarters, person.email, sameRole());
    expect(again.status).toBe(202);
    await headquarters.follow(again.body.runs[0].runId);
  });

  it('X-19 whoever offers can withdraw it before the answer', async () => {
    const { person, runId } = await offered();
    const path = `/accounts/${headquarters.accountId}/onboardings/${runId}`;
    expect((await headquarters.call('POST', `${path}/discard`)).body.status).toBe('discarded');
    expectRefused(await answer(person, 'accept'), 'no-offer');
  });

  it('X-19 an offer is for the user named: nobody else answers it, nor one that is not there', async () => {
    await offered();
    const other = await welcome(cloud(), branch);
    for (const word of ['accept', 'decline'] as const) expectRefused(await answer(other, word), 'no-offer');
  });

  it('A-10 who accepts while no license is free waits for one', async () => {
    const full = await openOffice(cloud(), { pools: { lmp: 1 }, agency: { agencyId } });
    const person = await welcome(cloud(), branch);
    const { body } = await offer(full, person.email, {
      accounts: [{ accountId: full.accountId, licenses: LICENSES, permissions: { role: 'call-agent' } }],
    });
    await full.follow(body.runs[0].runId);
    const { body: me } = await answer(person, 'accept', full);
    expect(me.memberships).toContainEqual(
      expect.objectContaining({ accountId: full.accountId, status: 'deactivated', permissions: [] }),
    );
  });
});

describe('what belongs to the person', () => {
  it('D-35 D-36 can be edited by the account that created the user; the others are told whom to ask', async () => {
    const { person, path } = await offered();
    await answer(person, 'accept');
    const there = await headquarters.call('GET', path);
    const parts = ['email', 'loginId', 'firstName', 'lastName', 'language'].map((name) => `/profile/${name}`);
    expect(there.body.owner).toEqual({ isThisAccount: false, name: 'Branch', parts });
    const here = await branch.call('GET', person.path);
    expect(here.body.owner).toEqual({ isThisAccount: true, parts });
  });
});
