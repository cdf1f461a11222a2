import { afterAll, describe, expect, it } from 'vitest';
import { firstPolicy } from '../../../core/domain/authorization/policy.ts';
import { CAUSE_CODES } from '../../../core/domain/diagnosis.ts';
import { NotFound } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { diagnoseMember } from '../../../core/usecases/diagnose-member.ts';
import { stampAt } from '../../ports/samples.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';
import { authorityOf, memberIn } from '../authorization/authorities.ts';
import { atWork, bare, CALLS, detailOf, diagnose, found, whole } from './diagnosed.ts';
import { openLicensedOffice } from './licensed-office.ts';
import { openAgency } from './offer-agency.ts';

const DAY = 24 * 3_600_000;
const SEATS = { lmp: 9, voip: 9, desktop: 1, crm: 1 };
afterAll(() => {
  expect([...found].sort()).toEqual([...CAUSE_CODES].sort());
});

describe('X-2 the diagnosis of', () => {
  it('somebody with whom all is well has no cause', async () => {
    const at = await openLicensedOffice(SEATS);
    const fine = await diagnose(at, await atWork(at));
    expect(fine).toMatchObject({ canSignIn: true, canTakeCalls: true, causes: [] });
  });

  it('nobody is not there', async () => {
    const at = await openLicensedOffice(SEATS);
    const ref = { accountId: at.accountId, userId: newId('user') };
    await expect(diagnose(at, ref)).rejects.toThrow(NotFound);
  });

  it('who is on their way in says where the run is, and nothing of the sign-in', async () => {
    const at = await openLicensedOffice(SEATS);
    const running = await at.ask(CALLS, whole());
    await takeUpTo(at.ports, 'SetPermissions', running);
    expect((await diagnose(at, running)).codes).toEqual(['being-onboarded']);

    const parked = await at.ask(['lmp', 'fax'], whole());
    await execute(at.ports, parked);
    const { codes, causes } = await diagnose(at, parked);
    expect(codes).toEqual(['onboarding-failed']);
    expect(causes[0]?.detail).toContain('fax');
    expect(causes[0]?.remedies.map(({ path }) => path)).toEqual(
      ['resume', 'discard'].map((verb) => `/v1/accounts/${at.accountId}/onboardings/${parked.runId}/${verb}`),
    );
  });

  it('X-19 who has been offered access, and has not accepted it', async () => {
    const { ports, there, offered, ref } = await openAgency();
    await offered();
    const waiting = await diagnose({ ports, accountId: there.accountId }, ref);
    expect(waiting.codes).toEqual(['offer-open']);
    const accept = `/v1/me/offers/${there.accountId}/accept`;
    expect(waiting.causes[0]?.remedies.map(({ path }) => path)).toEqual([accept]);
  });

  it('who is suspended', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await atWork(at);
    await at.suspend(run);
    expect((await diagnose(at, run)).codes).toEqual(['suspended']);
  });

  it('A-10 who waits for a license, says for which and how many are before them', async () => {
    const at = await openLicensedOffice({ lmp: 0, voip: 1 });
    await at.onboard(CALLS, whole());
    const waiting = await diagnose(at, await at.onboard(CALLS, whole()));
    expect(waiting.codes).toEqual(['no-license']);
    const [seats, ...others] = waiting.causes[0]?.remedies.map(({ path }) => path) ?? [];
    const anybody = `/v1/accounts/${at.accountId}/members/{userId}`;
    expect(seats).toBe(`/v1/accounts/${at.accountId}/billing/seats`);
    expect(others).toEqual([`${anybody}/licenses/{kind}`, `${anybody}/agent-features`]);
    expect(detailOf(waiting, 'no-license')).toMatch(/Missing: Lead management\. Before them in line: 1\./);
  });

  it('whose base license was taken back', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await atWork(at);
    await at.takeBack(run, 'lmp');
    expect((await diagnose(at, run)).codes).toEqual(['license-taken-back']);
  });

  it('whose sign-in is gone, is disabled, or asks for a new password', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await atWork(at);
    const signIn = at.database.signIns.get(run.userId);
    if (signIn === undefined) throw new Error('unreachable');
    at.database.signIns.set(run.userId, { ...signIn, state: 'disabled' });
    expect((await diagnose(at, run)).codes).toEqual(['identity-disabled']);
    at.database.signIns.set(run.userId, { ...signIn, state: 'reset-required' });
    expect((await diagnose(at, run)).codes).toEqual(['password-reset-required']);
    at.database.signIns.delete(run.userId);
    expect((await diagnose(at, run)).codes).toEqual(['identity-missing']);
  });

  it('D-9 who was never invited, or has not used the invitation, or used it too late', async () => {
    const at = await openLicensedOffice(SEATS);
    const { profile, ...rest } = whole();
    const silent = await at.onboard(CALLS, { ...rest, profile: { ...profile, sendInvitation: false } });
    expect((await diagnose(at, silent)).codes).toEqual(['not-invited']);
    const invited = await at.onboard(CALLS, whole());
    expect(await diagnose(at, invited)).toMatchObject({ codes: ['invitation-open'], canSignIn: true });
    at.moveClock(7 * DAY - 1);
    expect((await diagnose(at, invited)).codes).toEqual(['invitation-open']);
    at.moveClock(1);
    expect((await diagnose(at, invited)).codes).toEqual(['invitation-expired']);
  });

  it('whose invitation came back; one from before the latest invitation does not count', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(CALLS, whole());
    const { invitedAt = '' } = await at.member(run);
    await at.ports.users.noteBounce(run.userId, '2020-01-01T00:00:00.000Z', stampAt());
    expect((await diagnose(at, run)).codes).toEqual(['invitation-open']);
    await at.ports.users.noteBounce(run.userId, invitedAt, stampAt());
    expect((await diagnose(at, run)).codes).toEqual(['invitation-bounced']);
  });

  it('C-47 to whom no page is granted', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(CALLS, { ...whole(), permissions: { role: undefined } });
    await acceptInvitation(at.ports)(run.userId, stampAt());
    // Everybody gets pages from the folder, unless its role is taken away.
    expect((await diagnose(at, run)).codes).toEqual([]);
    expect((await diagnose(at, run, {}, bare(at.accountId))).codes).toEqual([
      'no-page',
      'no-call-permission',
    ]);
  });

  it('A-7 who calls from outside the networks they are restricted to', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(CALLS, {
      ...whole(),
      access: { allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'] },
    });
    await acceptInvitation(at.ports)(run.userId, stampAt());
    const from = async (address: string) => (await diagnose(at, run, { address })).codes;
    expect(await from('198.51.100.7')).toEqual(['address-not-allowed']);
    expect(await from('2001:db9::1')).toEqual(['address-not-allowed']);
    expect(await from('203.0.113.7')).toEqual([]);
    expect(await from('2001:db8::1')).toEqual([]);
    expect((await diagnose(at, run)).codes).toEqual([]);
    const free = await atWork(at);
    expect((await diagnose(at, free, { address: '198.51.100.7' })).codes).toEqual([]);
  });

  it('C-44 who would find all licenses in use that are taken at sign-in', async () => {
    const at = await openLicensedOffice(SEATS);
    const [run, other] = [await atWork(at, ['lmp', 'desktop']), await atWork(at, ['lmp', 'desktop'])];
    expect((await diagnose(at, run)).codes).toEqual([]);
    const session = {
      accountId: at.accountId,
      userId: other.userId,
      sessionId: newId('session'),
      kinds: ['desktop' as const],
      startedAt: stampAt().at,
      seenAt: stampAt().at,
    };
    expect(await at.ports.sessions.start(session, stampAt())).toMatchObject({ missing: [] });
    const missing = await diagnose(at, run);
    expect(missing.codes).toEqual(['no-seat-at-sign-in']);
    expect(detailOf(missing, 'no-seat-at-sign-in')).toContain('Agent desktop');
    await at.ports.sessions.end(session, stampAt());
    expect((await diagnose(at, run)).codes).toEqual([]);
  });

  it('C-44 who would find the license of an installed app missing', async () => {
    const at = await openLicensedOffice({ ...SEATS, crm: 0 });
    const run = await atWork(at);
    await at.ports.accounts.change(at.accountId, { apps: ['crm-connector', 'wallboard'] }, stampAt());
    expect((await diagnose(at, run)).codes).toEqual(['no-seat-at-sign-in']);
  });

  it('C-46 who types something else than their login ID or email', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(CALLS, {
      ...whole(),
      profile: { ...whole().profile, firstName: 'Zoë', lastName: 'Ruiz' },
    });
    const other = await atWork(at);
    const { email, loginId } = run.sections.profile;
    const typing = async (signInName: string) =>
      (await diagnose(at, run, { signInName })).codes.filter((code) => code !== 'invitation-open');
    expect(await typing(email.toUpperCase())).toEqual([]);
    expect(await typing(loginId)).toEqual(['login-id-not-yet']);
    await acceptInvitation(at.ports)(run.userId, stampAt());
    expect(await typing(` ${loginId.toUpperCase()} `)).toEqual([]);
    expect(await typing('zoë ruiz')).toEqual(['name-for-login-id']);
    expect(await typing('Ruiz')).toEqual(['name-for-login-id']);
    expect(await typing(other.sections.profile.loginId)).toEqual(['signs-in-as-another']);
    expect(await typing(other.sections.profile.email)).toEqual(['signs-in-as-another']);
    expect(await typing('nobody')).toEqual(['unknown-login']);
    // Nobody is told who is in another account, or out of their reach.
    const elsewhere = await openLicensedOffice({ lmp: 1 }, 'deactivate', at);
    const stranger = await elsewhere.onboard();
    expect(await typing(stranger.sections.profile.email)).toEqual(['unknown-login']);
    const oneself = authorityOf(firstPolicy(at.accountId), memberIn('fld_root', { userId: run.userId }));
    const asked = await diagnoseMember(at.ports, 7)(oneself, run, {
      signInName: other.sections.profile.email,
    });
    expect(asked.causes.map(({ code }) => code)).toEqual(['unknown-login']);
  });

  it('who can sign in, and cannot take a call', async () => {
    const at = await openLicensedOffice({ lmp: 9, voip: 2, dialer: 0 });
    const run = await atWork(at);
    await at.agentFeatures(run, false);
    expect(await diagnose(at, run)).toMatchObject({
      codes: ['agent-features-off'],
      canSignIn: true,
      canTakeCalls: false,
    });
    const unlicensed = await atWork(at, ['lmp']);
    expect((await diagnose(at, unlicensed)).codes).toEqual(['no-calling-license']);
    await at.assign(unlicensed, 'dialer');
    const waiting = await diagnose(at, unlicensed);
    expect(waiting.codes).toEqual(['waiting-to-call']);
    expect(detailOf(waiting, 'waiting-to-call')).toContain('Dialer');
    const silent = await at.onboard(CALLS, { ...whole(), permissions: { role: 'report-manager' } });
    await acceptInvitation(at.ports)(silent.userId, stampAt());
    expect((await diagnose(at, silent, {}, bare(at.accountId))).codes).toEqual(['no-call-permission']);
  });

  it('A-19 who lacks data in their profile can do all the same', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(CALLS);
    await acceptInvitation(at.ports)(run.userId, stampAt());
    const incomplete = await diagnose(at, run);
    expect(incomplete).toMatchObject({ codes: ['profile-incomplete'], canTakeCalls: true });
    expect(detailOf(incomplete, 'profile-incomplete')).toContain('/profile/phone');
  });

  it('several troubles names each of them, in the order in which they are to be mended', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(['lmp'], { permissions: { role: undefined } });
    at.database.signIns.delete(run.userId);
    const { codes } = await diagnose(at, run, { signInName: 'ana' }, bare(at.accountId));
    expect(codes).toEqual([
      'identity-missing',
      'no-page',
      'name-for-login-id',
      'no-calling-license',
      'no-call-permission',
      'profile-incomplete',
    ]);
  });

  it('anybody changes nothing', async () => {
    const at = await openLicensedOffice(SEATS);
    const run = await at.onboard(CALLS);
    const before = structuredClone(at.database);
    await diagnose(at, run, { signInName: 'ana', address: '198.51.100.7' });
    expect(at.database).toEqual(before);
  });
});
