import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { newPassword } from '../../../local/make-account.ts';
import { waitForMail } from '../../../local/ses/read-mails.ts';
import { acceptInvitation } from '../../../local/sign-in.ts';
import { type Colleague, changeAccess, HERE, hire, welcome } from '../access/people.ts';
import { type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { CALLS, diagnosisOf, mendBy } from './diagnosis-of.ts';
import { eventually, hireWith, mailsTo, own, parkedRun, statesOf, statusOf } from './seats.ts';

const cloud = useSharedCloud();
const agencyId = newId('agency');
let office: Office;
let small: Office;
beforeAll(async () => {
  office = await openOffice(cloud(), {
    pools: { lmp: 50, voip: 50, desktop: 1 },
    agency: { agencyId, name: 'Group' },
  });
  small = await openOffice(cloud(), { pools: { lmp: 2 }, licensePolicy: 'reject' });
});

const diagnose = (person: Pick<Colleague, 'path'>, attempt?: Record<string, string>, at = office) =>
  diagnosisOf(at, person, attempt);
const mend = (found: Awaited<ReturnType<typeof diagnosisOf>>, by: string) => mendBy(office, found, by);

describe('X-2 the diagnosis of a member', () => {
  it('who has a password and all they need has nothing against it; of who has not used the invitation, neither', async () => {
    const person = await welcome(cloud(), office, CALLS);
    expect(await diagnose(person)).toMatchObject({ codes: [], canSignIn: true, canTakeCalls: true });
    const fresh = await hire(office, CALLS);
    const open = await diagnose(fresh);
    expect(open).toMatchObject({ codes: ['invitation-open'], canSignIn: true });
    // Sent again, the newest works, and the one before does not.
    const first = await waitForMail(cloud().mailboxUrl, fresh.email);
    expect((await mend(open, 'inviteMember')).status).toBe(200);
    const [, second] = await mailsTo(cloud(), fresh.email);
    const take = (html: string | undefined) =>
      acceptInvitation(cloud(), { mail: html ?? '', password: newPassword() });
    await expect(take(first.body.html)).rejects.toThrow();
    await expect(take(second?.body.html)).resolves.toHaveProperty('accessToken');
    expect((await diagnose(fresh)).codes).toEqual([]);
  });

  it('who reads it about themselves is told the same', async () => {
    const person = await welcome(cloud(), office, CALLS);
    const { body } = await person.call('GET', `${person.path}/diagnosis`);
    expect(body).toMatchObject({ userId: person.userId, canSignIn: true, canTakeCalls: true });
  });

  it('E-21 who is suspended, is mended by restoring them', async () => {
    const person = await welcome(cloud(), office, CALLS);
    await office.call('POST', `${person.path}/suspend`);
    const found = await diagnose(person);
    expect(found).toMatchObject({ codes: ['suspended'], canSignIn: false, canTakeCalls: false });
    expect((await mend(found, 'restoreMember')).status).toBe(200);
    expect((await diagnose(person)).codes).toEqual([]);
  });

  it('A-23 whose license was taken back, is mended by making them active again', async () => {
    const person = await welcome(cloud(), office, CALLS);
    await office.call('DELETE', `${person.path}/licenses/lmp`);
    const found = await diagnose(person);
    expect(found.codes).toEqual(['license-taken-back']);
    expect((await mend(found, 'reactivateMember')).status).toBe(200);
    expect((await diagnose(person)).codes).toEqual([]);
  });

  it('A-10 who has no license, says what is missing and that buying it mends it', async () => {
    const full = await openOffice(cloud(), { pools: { lmp: 1, voip: 5 } });
    const first = await hireWith(full, ['lmp']);
    const second = await hireWith(full, ['lmp', 'voip']);
    expect(await statusOf(full, first)).toBe('deactivated');
    const found = await diagnose(second, {}, full);
    expect(found.codes).toEqual(['no-license']);
    expect(found.causes[0]?.detail).toContain('Missing: Lead management. Before them in line: 1.');
    expect(found.causes[0]).toMatchObject({ missing: ['lmp'], ahead: 1 });
    expect(found.causes[0]?.remedies).toContainEqual(
      expect.objectContaining({
        operationId: 'changeSeats',
        path: `/v1/accounts/${full.accountId}/billing/seats`,
      }),
    );
    await own(full, { lmp: 3 });
    await eventually(async () =>
      expect((await diagnose(second, {}, full)).codes).toEqual(['invitation-open']),
    );
  });

  it('X-1 whose run is parked, is mended by resuming it, or by discarding it', async () => {
    await hireWith(small, ['lmp']);
    const run = await parkedRun(small, {});
    const path = `/accounts/${small.accountId}/members/${run.userId}`;
    const found = await diagnose({ path }, {}, small);
    expect(found.codes).toEqual(['onboarding-failed']);
    expect(found.causes[0]?.remedies.map((one) => `${one.method} ${one.path}`)).toEqual([
      `POST /v1${run.path}/resume`,
      `POST /v1${run.path}/discard`,
    ]);
    const discard = found.causes[0]?.remedies[1]?.path.replace('/v1', '') ?? '';
    expect(await small.call('POST', discard)).toMatchObject({ status: 200 });
    expect((await small.call('GET', `${path}/diagnosis`)).status).toBe(404);
  });

  it('X-19 who has not accepted access, is mended by their accepting it', async () => {
    const branch = await openOffice(cloud(), { agency: { agencyId } });
    const person = await welcome(cloud(), branch);
    const permissions = { role: 'call-agent' };
    const accounts = [{ accountId: office.accountId, licenses: { kinds: ['lmp', 'voip'] }, permissions }];
    const offer = `/accounts/${office.accountId}/access-offers`;
    const { body } = await office.call('POST', offer, { email: person.email, accounts });
    await office.follow(body.runs[0].runId);
    const here = { path: `/accounts/${office.accountId}/members/${person.userId}` };
    const found = await diagnose(here);
    expect(found.codes).toEqual(['offer-open']);
    const { path = '' } = found.causes[0]?.remedies[0] ?? {};
    expect((await person.call('POST', path.replace('/v1', ''))).status).toBe(200);
    expect((await diagnose(here)).codes).toEqual([]);
  });

  it('C-47 A-7 to whom no page is granted, and who calls from outside', async () => {
    const person = await welcome(cloud(), office, { ...CALLS, access: { allowedNetworks: HERE } });
    expect((await diagnose(person, { address: '198.51.100.9' })).codes).toEqual(['address-not-allowed']);
    expect((await diagnose(person, { address: '127.0.0.1' })).codes).toEqual([]);
    const wrong = await office.call('GET', `${person.path}/diagnosis?address=nowhere`);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/query/address' }] } });
    const nothing = { role: 'page-designer', pages: [], confirm: ['no-page'] };
    expect((await changeAccess(office.call, person, nothing)).status).toBe(200);
    const found = await diagnose(person);
    expect(found.codes).toEqual(['no-page', 'no-call-permission']);
    const [path] = found.causes[0]?.remedies.map((one) => one.path.replace('/v1', '')) ?? [];
    expect(path).toBe(`${person.path}/access`);
    await changeAccess(office.call, person, { role: 'call-agent', pages: null });
    expect((await diagnose(person)).codes).toEqual([]);
  });

  it('C-46 who types their name, their login ID too early, or another’s', async () => {
    const name = unique();
    const profile = { firstName: 'Zoë', lastName: name, loginId: `zoe-${name}` };
    const [fresh, other] = [await hire(office, { ...CALLS, profile }), await hire(office, CALLS)];
    const { body } = await office.call('GET', other.path);
    const typing = async (signInName: string) => (await diagnose(fresh, { signInName })).codes;
    expect(await typing(`ZOË ${name}`)).toEqual(['invitation-open', 'name-for-login-id'].toSorted());
    expect(await typing(profile.loginId)).toEqual(['invitation-open', 'login-id-not-yet']);
    expect(await typing(body.loginId)).toEqual(['invitation-open', 'signs-in-as-another']);
    expect(await typing(`nobody-${name}`)).toEqual(['invitation-open', 'unknown-login']);
    expect(await typing(fresh.email.toUpperCase())).toEqual(['invitation-open']);
  });

  it('B-2 who can take no call, for want of agent features or of a license', async () => {
    const person = await welcome(cloud(), office, CALLS);
    await office.call('PUT', `${person.path}/agent-features`, { enabled: false });
    expect(await diagnose(person)).toMatchObject({
      codes: ['agent-features-off'],
      canSignIn: true,
      canTakeCalls: false,
    });
    const silent = await welcome(cloud(), office);
    const found = await diagnose(silent);
    expect(found.codes).toEqual(['no-calling-license']);
    const [remedy] = found.causes[0]?.remedies ?? [];
    const path = remedy?.path.replace('/v1', '').replace('{kind}', 'voip') ?? '';
    expect((await office.call(remedy?.method ?? '', path)).status).toBe(200);
    expect(await diagnose(silent)).toMatchObject({ codes: [], canTakeCalls: true });
    expect(await statesOf(office, silent)).toEqual({ lmp: 'held', voip: 'held' });
  });

  it('C-44 who finds the license in use that is taken at sign-in, is mended by signing its user out', async () => {
    const shift = { licenses: { kinds: ['lmp', 'desktop'] } };
    const [early, late] = [await welcome(cloud(), office, shift), await welcome(cloud(), office, shift)];
    expect((await diagnose(late)).codes).toEqual([]);
    expect((await early.call('POST', `${early.path}/sessions`)).status).toBe(201);
    const found = await diagnose(late);
    expect(found.codes).toEqual(['no-seat-at-sign-in']);
    expect(found.causes[0]?.detail).toContain('Agent desktop');
    const list = await mend(found, 'listSessions');
    expect(list.body.items).toMatchObject([{ userId: early.userId }]);
    const out = found.causes[0]?.remedies.find(({ operationId }) => operationId === 'signOutMember');
    // Whom to sign out is for whoever mends it to choose.
    expect(out?.path).toBe(`/v1/accounts/${office.accountId}/members/{userId}/sign-out`);
    const path = out?.path.replace('/v1', '').replace('{userId}', early.userId) ?? '';
    expect((await office.call('POST', path)).status).toBe(200);
    expect((await diagnose(late)).codes).toEqual([]);
  });
});

it('X-2 nobody reads the diagnosis of whom they do not reach', async () => {
  const person = await welcome(cloud(), office, CALLS);
  const other = await hire(office, CALLS);
  const answer = await person.call('GET', `${other.path}/diagnosis`);
  expect(answer).toMatchObject({ status: 403 });
});
