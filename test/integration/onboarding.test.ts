import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { STEP_NAMES } from '../../core/domain/steps.ts';
import { newPassword } from '../../local/make-account.ts';
import { readMails, waitForMail } from '../../local/ses/read-mails.ts';
import { acceptInvitation, signIn } from '../../local/sign-in.ts';
import { expectRefused, openRootTo, welcome } from './access/people.ts';
import { expectNoOrphans } from './census.ts';
import { useCloud } from './cloud-for-tests.ts';
import { callerOf, fullRequest, type Office, openOffice, shortRequest } from './office.ts';

const cloud = useCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
  await office.furnish();
});

const start = async (request: unknown, at = office, headers = {}) => {
  const {
    status,
    headers: answered,
    body,
  } = await at.call('POST', `/accounts/${at.accountId}/onboardings`, request, headers);
  return { status, location: answered.get('location'), body };
};

describe('the main job', () => {
  it('A-1 A-2 A-3 A-4 A-5 A-6 A-8 A-11 E-2 E-3 X-1 takes a request through eight steps to a user who signs in', async () => {
    const request = fullRequest();
    const { status, location, body } = await start(request);
    expect(status).toBe(202);
    expect(location).toBe(`/v1/accounts/${office.accountId}/onboardings/${body.runId}`);

    const run = await office.follow(body.runId);
    expect(run).toMatchObject({ status: 'done', outcome: 'active', attempt: 1 });
    expect(run.steps.map((step) => step.name)).toEqual(STEP_NAMES);
    expect(run.steps.map((step) => step.state)).toEqual(Array(8).fill('done'));

    const mail = await waitForMail(cloud().mailboxUrl, request.profile.email);
    const password = newPassword();
    const { accessToken } = await acceptInvitation(cloud(), { mail: mail.body.html ?? '', password });
    const me = await callerOf(cloud(), accessToken)('GET', '/me');
    expect(me.body).toMatchObject({
      userId: run.userId,
      loginId: request.profile.loginId,
      memberships: [{ accountId: office.accountId, status: 'active', role: 'call-agent' }],
    });
    for (const username of [request.profile.email, request.profile.loginId.toUpperCase()]) {
      await expect(signIn(cloud(), { username, password })).resolves.toHaveProperty('accessToken');
    }

    const member = await office.call('GET', `/accounts/${office.accountId}/members/${run.userId}`);
    const { profile, ...rest } = request;
    expect(member.body.sections).toMatchObject({ ...rest, profile });
    expect(member.body).toMatchObject({ status: 'active', onboardedBy: run.runId });
    expect(member.body.acceptedAt).toBeDefined();
  });

  it('A-27 records steps that were not asked for as skipped', async () => {
    const { body } = await start(shortRequest());
    const run = await office.follow(body.runId);
    expect(run.steps.map((step) => step.state)).toEqual([
      'done',
      'done',
      'skipped',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  it('X-4 lets nobody onboard someone who would hold more than they do', async () => {
    const permissions = { role: 'call-agent', grants: ['create-user'] };
    const { userId, call } = await welcome(cloud(), office, { permissions });
    await openRootTo(office, userId);
    const path = `/accounts/${office.accountId}/onboardings`;
    const above = await call('POST', path, shortRequest({ permissions: { role: 'administrator' } }));
    expectRefused(above, 'more-than-held');
    expect(above.body.errors).toContainEqual(expect.objectContaining({ pointer: '/permissions' }));
    expect((await call('POST', path, shortRequest())).status).toBe(202);
  });

  it('D-9 sends no instructions when none are wanted', async () => {
    const request = shortRequest();
    const { body } = await start({ ...request, profile: { ...request.profile, sendInvitation: false } });
    await expect(office.follow(body.runId)).resolves.toMatchObject({ outcome: 'active' });
    const mails = await readMails(cloud().mailboxUrl);
    expect(JSON.stringify(mails)).not.toContain(request.profile.email);
  });

  it('A-7 refuses a member who calls from an address that is not allowed', async () => {
    const request = shortRequest({
      permissions: { role: 'administrator' },
      access: { allowedNetworks: ['203.0.113.0/24'] },
    });
    const { body } = await start(request);
    await office.follow(body.runId);
    const mail = await waitForMail(cloud().mailboxUrl, request.profile.email);
    const { accessToken } = await acceptInvitation(cloud(), {
      mail: mail.body.html ?? '',
      password: newPassword(),
    });
    const answer = await callerOf(cloud(), accessToken)('GET', `/accounts/${office.accountId}`);
    expect(answer).toMatchObject({
      status: 403,
      body: { type: 'urn:rollcall:problem:address-not-allowed' },
    });
  });
});

describe('licenses', () => {
  it('A-10, A-23 leaves the member deactivated with the reason when no base license is free', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 2, dialer: 2 } });
    const first = await start(shortRequest(), small);
    await expect(small.follow(first.body.runId)).resolves.toMatchObject({ outcome: 'active' });
    const request = shortRequest();
    const { body } = await start(request, small);
    const run = await small.follow(body.runId);
    expect(run).toMatchObject({ status: 'done', outcome: 'deactivated', waitingFor: ['lmp'] });

    const list = (status: string) =>
      small.call('GET', `/accounts/${small.accountId}/members?status=${status}`);
    const everyday = await small.call('GET', `/accounts/${small.accountId}/members`);
    expect(JSON.stringify(everyday.body)).not.toContain(run.userId);
    expect((await list('deactivated')).body.items).toMatchObject([
      { userId: run.userId, deactivationReason: 'no-license' },
    ]);
    const mails = await readMails(cloud().mailboxUrl);
    expect(JSON.stringify(mails)).not.toContain(request.profile.email);
  });

  it('A-9 shows of each kind what is owned, used and free', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 2, fax: 1 } });
    const { body } = await small.call('GET', `/accounts/${small.accountId}`);
    const owned = body.pools.filter(({ purchased }: { purchased: number }) => purchased > 0);
    expect(owned).toMatchObject([
      { kind: 'lmp', purchased: 2, assigned: 1, free: 1, waiting: 0 },
      { kind: 'fax', purchased: 1, assigned: 0, free: 1, waiting: 0 },
    ]);
  });

  it('A-2, X-1 parks a run that no plan can serve, and resumes it with a corrected section', async () => {
    const request = fullRequest({ licenses: { kinds: ['lmp', 'fax'] } });
    const { body } = await start(request);
    const parked = await office.follow(body.runId);
    expect(parked).toMatchObject({
      status: 'failed',
      failure: { step: 'AssignLicenses', code: 'license-not-in-plan' },
    });
    expect(parked.steps[1]?.state).toBe('failed');
    const path = `/accounts/${office.accountId}/onboardings/${body.runId}`;

    const done = await office.call('POST', `${path}/resume`, { sections: { profile: request.profile } });
    expect(done).toMatchObject({
      status: 409,
      body: { type: 'urn:rollcall:problem:step-already-done', errors: [{ pointer: '/sections/profile' }] },
    });
    const resumed = await office.call('POST', `${path}/resume`, {
      sections: { licenses: { kinds: ['lmp'] } },
    });
    expect(resumed).toMatchObject({ status: 202, body: { status: 'running', attempt: 2 } });
    await expect(office.follow(body.runId)).resolves.toMatchObject({ status: 'done', outcome: 'active' });
    await expect(office.call('POST', `${path}/resume`, {})).resolves.toMatchObject({ status: 409 });
    await expect(office.call('POST', `${path}/discard`)).resolves.toMatchObject({ status: 409 });
  });

  it('X-1 discards a failed run without leaving anything over', async () => {
    const request = fullRequest({ licenses: { kinds: ['lmp', 'fax'] } });
    const before = await office.call('GET', `/accounts/${office.accountId}`);
    const { body } = await start(request);
    await office.follow(body.runId);
    const path = `/accounts/${office.accountId}/onboardings/${body.runId}`;
    await expect(office.call('POST', `${path}/discard`)).resolves.toMatchObject({
      status: 200,
      body: { status: 'discarded' },
    });
    const after = await office.call('GET', `/accounts/${office.accountId}`);
    expect(after.body).toEqual(before.body);
    const member = await office.call('GET', `/accounts/${office.accountId}/members/${body.userId}`);
    expect(member.status).toBe(404);
    await expectNoOrphans(cloud());
    // The same person can be onboarded again: no claim and no sign-in stayed behind.
    const again = await start({ ...request, licenses: { kinds: ['lmp'] } });
    await expect(office.follow(again.body.runId)).resolves.toMatchObject({ outcome: 'active' });
  });
});

describe('idempotency', () => {
  it('X-11 answers a repeat with the same key with the same run, and a different body with 422', async () => {
    const request = shortRequest();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await start(request, office, headers);
    const repeat = await start(request, office, headers);
    expect(repeat).toMatchObject({ status: 202, body: { runId: first.body.runId } });
    const other = await start(shortRequest(), office, headers);
    expect(other).toMatchObject({
      status: 422,
      body: { type: 'urn:rollcall:problem:idempotency-key-reused' },
    });
    await office.follow(first.body.runId);
  });

  it('X-11 makes one run of many simultaneous requests with one key', async () => {
    const request = shortRequest();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(request, office, headers)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(202));
    expect(new Set(answers.map((answer) => answer.body.runId)).size).toBe(1);
    await office.follow(answers[0]?.body.runId);
  });
});

describe('lists', () => {
  it('A-14, X-11 pages through members and runs without losing or repeating one', async () => {
    const other = await openOffice(cloud());
    const runs = await Promise.all(Array.from({ length: 5 }, () => start(shortRequest(), other)));
    for (const { body } of runs) await other.follow(body.runId);
    for (const resource of ['members', 'onboardings']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ limit: '2', ...(cursor && { cursor }) });
        const { body } = await other.call('GET', `/accounts/${other.accountId}/${resource}?${query}`);
        seen.push(...body.items.map((item: { userId: string }) => item.userId));
        cursor = body.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(6);
      expect(new Set(seen).size).toBe(6);
    }
    const named = await other.call('GET', `/accounts/${other.accountId}/members?name=ben`);
    expect(named.body.items).toHaveLength(5);
    const found = async (query: string) => {
      const { body } = await other.call('GET', `/accounts/${other.accountId}/members?${query}`);
      return body.items;
    };
    const [ben] = named.body.items;
    expect(await found(`email=${encodeURIComponent(ben.email.toUpperCase())}`)).toEqual([ben]);
    expect(await found(`loginId=${ben.loginId}`)).toEqual([ben]);
    expect(await found(`folderId=${ben.folderId}&name=ben&status=any`)).toEqual(named.body.items);
    expect(await found(`location=${ben.location}`)).toHaveLength(6);
    const both = await other.call('GET', `/accounts/${other.accountId}/members?name=ben&email=ben`);
    expect(both.body.errors).toMatchObject([{ pointer: '/query/email' }]);
    const failed = await other.call('GET', `/accounts/${other.accountId}/onboardings?status=failed`);
    expect(failed.body.items).toEqual([]);
  });

  it('A-19 reports what is missing from a profile', async () => {
    const { body } = await start(fullRequest());
    const run = await office.follow(body.runId);
    const path = `/accounts/${office.accountId}/members/${run.userId}/completeness`;
    const answer = await office.call('GET', path);
    expect(answer.body).toMatchObject({ complete: false });
    expect(answer.body.missing).toContainEqual({
      pointer: '/profile/phone',
      templateField: 'sender.phone',
      detail: 'is not set',
    });
  });
});
