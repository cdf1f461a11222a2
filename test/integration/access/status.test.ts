import { setTimeout as sleep } from 'node:timers/promises';
import {
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { newPassword } from '../../../local/make-account.ts';
import { readMailsTo, waitForMail } from '../../../local/ses/read-mails.ts';
import { signIn } from '../../../local/sign-in.ts';
import { callerOf, type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  type Colleague,
  changeAccess,
  ELSEWHERE,
  expectRefused,
  HERE,
  hire,
  type Person,
  postOf,
  welcome,
} from './people.ts';

const cloud = useSharedCloud();
const agencyId = newId('agency');
let office: Office;
let branch: Office;
beforeAll(async () => {
  office = await openOffice(cloud(), { agency: { agencyId, name: 'Sunrise Group' } });
  branch = await openOffice(cloud(), { agency: { agencyId }, name: 'Branch' });
});

const statusOf = async ({ path }: Colleague) => (await office.call('GET', path)).body.status;
const searcher = () =>
  welcome(cloud(), office, { permissions: { role: 'call-agent', grants: ['search-users'] } });
const list = ({ call }: Pick<Person, 'call'>, { accountId } = office) =>
  call('GET', `/accounts/${accountId}/members`);

/** Signs in anew, in another second than the sign-out, which ends all sessions of its own second. */
const signInAnew = async ({ email, password }: Person): Promise<Pick<Person, 'call'>> => {
  await sleep(1_100);
  const { accessToken } = await signIn(cloud(), { username: email, password });
  return { call: callerOf(cloud(), accessToken) };
};

describe('suspending', () => {
  it('E-21 takes everything from a member with their next call, and keeps it for them', async () => {
    const person = await searcher();
    const access = await accessOf(office.call, person);
    const pools = async () => (await office.call('GET', `/accounts/${office.accountId}`)).body.pools;
    const before = await pools();
    expect((await list(person)).status).toBe(200);
    const suspended = await office.call('POST', `${person.path}/suspend`);
    expect(suspended).toMatchObject({ status: 200, body: { status: 'suspended' } });
    for (const rest of ['', '/access', '/completeness'])
      expectRefused(await person.call('GET', `${person.path}${rest}`), 'member-not-active');
    expectRefused(await list(person), 'member-not-active');
    const names = await office.call('GET', `/accounts/${office.accountId}/members?status=suspended`);
    expect(names.body.items).toMatchObject([{ userId: person.userId }]);
    expect((await office.call('POST', `${person.path}/suspend`)).body.status).toBe('suspended');

    const restored = await office.call('POST', `${person.path}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { status: 'active' } });
    expect((await list(person)).status).toBe(200);
    expect((await office.call('POST', `${person.path}/restore`)).body.status).toBe('active');
    expect(await accessOf(office.call, person)).toEqual(access);
    expect(await pools()).toEqual(before);
  });

  it('A-23 is for members who are active: nobody is activated by restoring them', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 1 } });
    const { path } = await hire(small);
    for (const word of ['suspend', 'restore'])
      expectRefused(await small.call('POST', `${path}/${word}`), 'wrong-member-status');
    expect((await small.call('GET', path)).body.status).toBe('deactivated');
  });

  it('E-21 what is changed while somebody is suspended counts when they are restored', async () => {
    const person = await searcher();
    await office.call('POST', `${person.path}/suspend`);
    expect((await changeAccess(office.call, person, { grants: [] })).status).toBe(200);
    await office.call('POST', `${person.path}/restore`);
    expectRefused(await list(person), 'forbidden');
  });
});

describe('signing out', () => {
  it('X-5 an administrator ends a member’s sessions; the password goes on working', async () => {
    const person = await searcher();
    expect((await office.call('POST', `${person.path}/sign-out`)).status).toBe(200);
    expectRefused(await list(person), 'signed-out');
    expectRefused(await person.call('GET', '/me'), 'signed-out');
    expect((await list(await signInAnew(person))).status).toBe(200);
    expect(await statusOf(person)).toBe('active');
  });

  it('D-35 an account that is not their only one ends their sessions in itself alone', async () => {
    const person = await searcher();
    const { body } = await branch.call('POST', `/accounts/${branch.accountId}/access-offers`, {
      email: person.email,
      accounts: [
        {
          accountId: branch.accountId,
          licenses: { kinds: ['lmp'] },
          permissions: { role: 'call-agent', grants: ['search-users'] },
        },
      ],
    });
    await branch.follow(body.runs[0].runId);
    await person.call('POST', `/me/offers/${branch.accountId}/accept`);
    const there = `/accounts/${branch.accountId}/members/${person.userId}`;
    expect((await branch.call('POST', `${there}/sign-out`)).status).toBe(200);
    expectRefused(await list(person, branch), 'signed-out');
    expect((await list(person)).status).toBe(200);
    expect((await office.call('POST', `${person.path}/sign-out`)).status).toBe(200);
    expectRefused(await list(person), 'signed-out');
    expect((await person.call('GET', '/me')).status).toBe(200);

    expect((await person.call('POST', '/me/sign-out')).status).toBe(204);
    expectRefused(await person.call('GET', '/me'), 'signed-out');
    const anew = await signInAnew(person);
    for (const account of [office, branch]) expect((await list(anew, account)).status).toBe(200);
  });
});

describe('resetting a password', () => {
  const codeIn = (html: string): string => {
    const [, link = ''] = /href="([^"]*\/reset#[^"]+)"/.exec(html) ?? [];
    return new URLSearchParams(new URL(link.replaceAll('&amp;', '&')).hash.slice(1)).get('c') ?? '';
  };

  it('C-13 a member is mailed the way to a new password, and until they take it nothing changes', async () => {
    const person = await searcher();
    // The mailbox is everybody's: others are mailed at the same time.
    const mailsTo = () => readMailsTo(cloud().mailboxUrl, person.email);
    const before = (await mailsTo()).length;
    expect((await office.call('POST', `${person.path}/password-reset`)).status).toBe(200);
    const [mailed, ...more] = (await mailsTo()).slice(before);
    expect([mailed?.destination.to, more]).toEqual([[person.email], []]);
    const { email: username, password } = person;
    await expect(signIn(cloud(), { username, password })).resolves.toHaveProperty('accessToken');
    expect((await list(person)).status).toBe(200);

    const mail = await waitForMail(cloud().mailboxUrl, person.email);
    const { cognitoUrl: endpoint, region, clientId: ClientId } = cloud();
    const chosen = newPassword();
    await new CognitoIdentityProviderClient({ endpoint, region }).send(
      new ConfirmForgotPasswordCommand({
        ClientId,
        Username: person.userId,
        ConfirmationCode: codeIn(mail.body.html ?? ''),
        Password: chosen,
      }),
    );
    await expect(signIn(cloud(), { username, password: chosen })).resolves.toHaveProperty('accessToken');
    await expect(signIn(cloud(), { username, password })).rejects.toThrow('Incorrect');
  });

  it('X-7 who has not used the invitation yet has no password to reset', async () => {
    const { path } = await hire(office);
    expectRefused(await office.call('POST', `${path}/password-reset`), 'no-password-yet');
  });
});

describe('A-7', () => {
  const administrator = () => welcome(cloud(), office, { permissions: { role: 'administrator' } });

  it('A-7 a member calls from their networks only, from the next call on', async () => {
    const person = await searcher();
    expect((await changeAccess(office.call, person, { allowedNetworks: ELSEWHERE })).status).toBe(200);
    expectRefused(await list(person), 'address-not-allowed');
    await changeAccess(office.call, person, { allowedNetworks: [...ELSEWHERE, ...HERE] });
    expect((await list(person)).status).toBe(200);
    await changeAccess(office.call, person, { allowedNetworks: null });
    expect((await accessOf(office.call, person)).allowedNetworks).toBeUndefined();
    expect((await list(person)).status).toBe(200);
  });

  it('A-7 nobody locks themselves out unless they confirm it, and then it bites', async () => {
    const person = await administrator();
    const edit = { allowedNetworks: ELSEWHERE };
    const warning = { code: 'own-lockout', detail: expect.stringContaining('lock yourself out') };
    const preview = await person.call('POST', `${person.path}/access/preview`, edit);
    expect(preview.body.warnings).toEqual([warning]);
    const unconfirmed = await changeAccess(person.call, person, edit);
    expectRefused(unconfirmed, 'confirmation-required');
    expect(unconfirmed.body.warnings).toEqual([warning]);
    expect((await changeAccess(person.call, person, { allowedNetworks: HERE })).status).toBe(200);

    const confirmed = await changeAccess(person.call, person, { ...edit, confirm: ['own-lockout'] });
    expect(confirmed.status).toBe(200);
    expectRefused(await list(person), 'address-not-allowed');
    expectRefused(await changeAccess(person.call, person, { allowedNetworks: null }), 'address-not-allowed');
    expect((await person.call('GET', '/me')).status).toBe(200);
    await changeAccess(office.call, person, { allowedNetworks: null });
    expect((await list(person)).status).toBe(200);
  });

  it('A-7 a run restricts somebody new to their networks from the start', async () => {
    const permissions = { role: 'call-agent', grants: ['search-users'] };
    const access = { allowedNetworks: ELSEWHERE };
    expectRefused(await list(await welcome(cloud(), office, { permissions, access })), 'address-not-allowed');
    const wrong = postOf({ access: { allowedNetworks: ['203.0.113.7/33'] } });
    const answer = await office.call('POST', `/accounts/${office.accountId}/onboardings`, wrong);
    expectRefused(answer, 'invalid-request');
  });
});
