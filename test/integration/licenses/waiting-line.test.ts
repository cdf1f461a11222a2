import { describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { newPassword } from '../../../local/make-account.ts';
import { waitForMail } from '../../../local/ses/read-mails.ts';
import { acceptInvitation } from '../../../local/sign-in.ts';
import { expectRefused, welcome } from '../access/people.ts';
import { callerOf, type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  eventually,
  hireWith,
  lineOf,
  mailsTo,
  own,
  parkedRun,
  poolOf,
  statesOf,
  statusOf,
} from './seats.ts';

const cloud = useSharedCloud();

type Waiting = Awaited<ReturnType<typeof hireWith>>;

/** Without anybody's help they are active, and the invitation is there, once, and works. */
const expectActive = async (office: Office, person: Waiting): Promise<void> => {
  await eventually(async () => expect(await statusOf(office, person)).toBe('active'));
  const mail = await waitForMail(cloud().mailboxUrl, person.email);
  const { accessToken } = await acceptInvitation(cloud(), {
    mail: mail.body.html ?? '',
    password: newPassword(),
  });
  const me = await callerOf(cloud(), accessToken)('GET', '/me');
  expect(me.body.memberships).toMatchObject([{ accountId: office.accountId, status: 'active' }]);
  expect(await mailsTo(cloud(), person.email)).toHaveLength(1);
  const member = await office.call('GET', person.path);
  expect(member.body.invitedAt).toBeDefined();
  expect(member.body.deactivationReason).toBeUndefined();
};

/** An account with two seats, both taken, and a third who waits. */
const fullOffice = async (kinds: Parameters<typeof hireWith>[1] = ['lmp']) => {
  const office = await openOffice(cloud(), { pools: { lmp: 2, voip: 1 } });
  const second = await hireWith(office, kinds);
  const third = await hireWith(office, kinds);
  expect(await office.call('GET', third.path)).toMatchObject({
    body: {
      status: 'deactivated',
      deactivationReason: 'no-license',
      waitingFor: expect.arrayContaining(['lmp']),
    },
  });
  expect(await mailsTo(cloud(), third.email)).toEqual([]);
  return { office, second, third };
};

describe('who waits for a license is active without anybody’s help', () => {
  it('A-9 A-10 A-23 when a seat is bought', async () => {
    const { office, third } = await fullOffice();
    expect(await poolOf(office, 'lmp')).toMatchObject({ purchased: 2, assigned: 2, free: 0, waiting: 1 });
    const read = await office.call('GET', `${third.path}/licenses`);
    expect(read.body).toMatchObject({
      licenses: [{ kind: 'lmp', state: 'waiting' }],
      waiting: { ahead: 0, missing: ['lmp'], since: expect.any(String) },
    });
    expect(await lineOf(office)).toEqual([third.userId]);
    await own(office, { lmp: 3 });
    await expectActive(office, third);
    expect(await poolOf(office, 'lmp')).toMatchObject({ purchased: 3, assigned: 3, free: 0, waiting: 0 });
    expect(await lineOf(office)).toEqual([]);
    expect((await office.call('GET', `${third.path}/licenses`)).body.waiting).toBeUndefined();
  });

  it('A-23 when a license is taken back from somebody', async () => {
    const { office, second, third } = await fullOffice();
    const taken = await office.call('DELETE', `${second.path}/licenses/lmp`);
    expect(taken).toMatchObject({ status: 200, body: { licenses: [{ kind: 'lmp', state: 'given-back' }] } });
    await expectActive(office, third);
    expect(await office.call('GET', second.path)).toMatchObject({
      body: { status: 'deactivated', deactivationReason: 'license-taken-back' },
    });
  });

  it('A-23 B-2 when somebody turns their agent features off', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 3, voip: 1 } });
    const second = await hireWith(office, ['lmp', 'voip']);
    const third = await hireWith(office, ['lmp', 'voip']);
    expect(await statusOf(office, third)).toBe('deactivated');
    const off = await office.call('PUT', `${second.path}/agent-features`, { enabled: false });
    expect(off).toMatchObject({ status: 200, body: { agentFeatures: false } });
    await expectActive(office, third);
    expect(await statesOf(office, second)).toEqual({ lmp: 'held', voip: 'off' });
    expect(await statusOf(office, second)).toBe('active');
  });

  it('A-23 X-19 when an offer of access is withdrawn that held a seat', async () => {
    const agencyId = newId('agency');
    const agency = { agencyId, name: 'Group' };
    const office = await openOffice(cloud(), { pools: { lmp: 2 }, agency });
    const home = await openOffice(cloud(), { agency: { agencyId } });
    const { email } = await welcome(cloud(), home);
    const { body } = await office.call('POST', `/accounts/${office.accountId}/access-offers`, {
      email,
      accounts: [
        {
          accountId: office.accountId,
          licenses: { kinds: ['lmp'] },
          permissions: { role: 'call-agent' },
        },
      ],
    });
    const run = await office.follow(body.runs[0].runId);
    expect(run.status).toBe('offered');
    const third = await hireWith(office, ['lmp']);
    expect(await statusOf(office, third)).toBe('deactivated');
    const discard = `/accounts/${office.accountId}/onboardings/${run.runId}/discard`;
    expect(await office.call('POST', discard)).toMatchObject({ status: 200 });
    await expectActive(office, third);
  });

  it('D-9 and is invited to nothing, if no invitation was wanted', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 1 } });
    const silent = await hireWith(office, ['lmp'], { profile: { sendInvitation: false } });
    await own(office, { lmp: 2 });
    await eventually(async () => expect(await statusOf(office, silent)).toBe('active'));
    // Whoever is served later is invited by then, and this one still is not.
    const next = await hireWith(office, ['lmp']);
    await own(office, { lmp: 3 });
    await waitForMail(cloud().mailboxUrl, next.email);
    expect(await mailsTo(cloud(), silent.email)).toEqual([]);
  });
});

describe('the waiting line is fair', () => {
  it('X-3 the oldest is first; a newcomer joins behind', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 1 } });
    const waiting = [
      await hireWith(office, ['lmp']),
      await hireWith(office, ['lmp']),
      await hireWith(office, ['lmp']),
    ];
    expect(await lineOf(office)).toEqual(waiting.map(({ userId }) => userId));
    await own(office, { lmp: 3 });
    await eventually(async () => expect(await lineOf(office)).toEqual([waiting[2]?.userId]));
    const newcomer = await hireWith(office, ['lmp']);
    expect(await lineOf(office)).toEqual([waiting[2]?.userId, newcomer.userId]);
    expect((await office.call('GET', `${newcomer.path}/licenses`)).body.waiting).toMatchObject({ ahead: 1 });
    await own(office, { lmp: 4 });
    await eventually(async () => expect(await lineOf(office)).toEqual([newcomer.userId]));
    expect(await poolOf(office, 'lmp')).toMatchObject({ purchased: 4, assigned: 4, waiting: 1 });
  });

  it('X-3 who needs less overtakes only who does not fit', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 1, voip: 0 } });
    const needsBoth = await hireWith(office, ['lmp', 'voip']);
    const [needsLess, last] = [await hireWith(office, ['lmp']), await hireWith(office, ['lmp'])];
    await own(office, { lmp: 2 });
    await eventually(async () => expect(await lineOf(office)).toEqual([needsBoth.userId, last.userId]));
    expect(await statusOf(office, needsLess)).toBe('active');
    await own(office, { lmp: 3, voip: 1 });
    await eventually(async () => expect(await lineOf(office)).toEqual([last.userId]));
    expect(await statesOf(office, needsBoth)).toEqual({ lmp: 'held', voip: 'held' });
  });
});

describe('an account that lets nobody wait', () => {
  it('X-3 A-12 parks the run, says what mends it, and goes on after a seat was bought', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 1 }, licensePolicy: 'reject' });
    const run = await parkedRun(office, {});
    expect(run.failure).toMatchObject({ step: 'AssignLicenses', code: 'no-free-seat' });
    expect(await poolOf(office, 'lmp')).toMatchObject({ assigned: 1, waiting: 0 });
    await own(office, { lmp: 2 });
    expect((await office.call('POST', `${run.path}/resume`, {})).status).toBe(202);
    expect(await office.follow(run.runId)).toMatchObject({ status: 'done', outcome: 'active' });
  });

  it('X-3 A-12 refuses a license, and says what mends that', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 2 }, licensePolicy: 'reject' });
    const agent = await hireWith(office, ['lmp']);
    const refused = await office.call('PUT', `${agent.path}/licenses/voip`);
    expectRefused(refused, 'no-free-seat');
    expect(refused.body.remedies).toContainEqual(
      expect.objectContaining({
        operationId: 'changeSeats',
        method: 'PUT',
        path: `/v1/accounts/${office.accountId}/billing/seats`,
      }),
    );
    expect(await statesOf(office, agent)).toEqual({ lmp: 'held' });
  });
});
