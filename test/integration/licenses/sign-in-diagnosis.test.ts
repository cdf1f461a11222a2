import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newPassword } from '../../../local/make-account.ts';
import { waitForMail } from '../../../local/ses/read-mails.ts';
import { acceptInvitation } from '../../../local/sign-in.ts';
import { type Colleague, hire, welcome } from '../access/people.ts';
import { type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { CALLS, diagnosisOf, mendBy } from './diagnosis-of.ts';
import { eventually, mailsTo } from './seats.ts';

const cloud = useSharedCloud();
const { environment } = inject('sharedCloud');
const cognito = new CognitoIdentityProviderClient({
  endpoint: environment.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? '',
  region: environment.AWS_REGION ?? '',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
afterAll(() => cognito.destroy());

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const diagnose = (person: Pick<Colleague, 'path'>) => diagnosisOf(office, person);
const mend = (found: Awaited<ReturnType<typeof diagnosisOf>>, by: string) => mendBy(office, found, by);
const whom = ({ userId: Username }: Colleague) => ({ UserPoolId: cloud().userPoolId, Username });

/** The code that lets somebody choose a new password, of the mail with the link. */
const codeIn = (html: string): string => {
  const [, link = ''] = /href="([^"]*\/reset#[^"]+)"/.exec(html) ?? [];
  return new URLSearchParams(new URL(link.replaceAll('&amp;', '&')).hash.slice(1)).get('c') ?? '';
};

describe('X-2 the diagnosis of a sign-in', () => {
  it('D-9 of who was never invited, is mended by inviting them', async () => {
    const silent = await hire(office, { ...CALLS, profile: { sendInvitation: false } });
    const found = await diagnose(silent);
    expect(found).toMatchObject({ codes: ['not-invited'], canSignIn: false });
    expect((await mend(found, 'inviteMember')).status).toBe(200);
    const mail = await waitForMail(cloud().mailboxUrl, silent.email);
    expect((await diagnose(silent)).codes).toEqual(['invitation-open']);
    await acceptInvitation(cloud(), { mail: mail.body.html ?? '', password: newPassword() });
    const again = await office.call('POST', `${silent.path}/invitation`);
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:rollcall:problem:already-accepted' } });
  });

  it('of whom an invitation came back, says so, until another is sent', async () => {
    const email = `bounce+${unique()}@simulator.amazonses.com`;
    const gone = await hire(office, { ...CALLS, profile: { email } });
    await eventually(async () => expect((await diagnose(gone)).codes).toEqual(['invitation-bounced']));
    expect((await diagnose(gone)).canSignIn).toBe(false);
  });

  it('that the sign-in service has lost, is mended by inviting them: it is made anew, and works', async () => {
    const lost = await hire(office, CALLS);
    await cognito.send(new AdminDeleteUserCommand(whom(lost)));
    const found = await diagnose(lost);
    expect(found).toMatchObject({ codes: ['identity-missing'], canSignIn: false });
    expect((await mend(found, 'inviteMember')).status).toBe(200);
    expect((await diagnose(lost)).codes).toEqual(['invitation-open']);
    const mail = (await mailsTo(cloud(), lost.email)).at(-1);
    await acceptInvitation(cloud(), { mail: mail?.body.html ?? '', password: newPassword() });
    expect(await diagnose(lost)).toMatchObject({ codes: [], canTakeCalls: true });
  });

  it('X-7 that asks for a new password, is mended by the mail that lets them choose one', async () => {
    const person = await welcome(cloud(), office, CALLS);
    await cognito.send(new AdminResetUserPasswordCommand(whom(person)));
    const found = await diagnose(person);
    expect(found).toMatchObject({ codes: ['password-reset-required'], canSignIn: false });
    const before = (await mailsTo(cloud(), person.email)).length;
    expect((await mend(found, 'resetMemberPassword')).status).toBe(200);
    const mails = await mailsTo(cloud(), person.email);
    expect(mails.length).toBe(before + 1);
    const ConfirmationCode = codeIn(mails.at(-1)?.body.html ?? '');
    const [ClientId, Username, Password] = [cloud().clientId, person.userId, newPassword()];
    await cognito.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }));
    expect((await diagnose(person)).codes).toEqual([]);
  });

  it('that an operator has disabled, names no call: it is for the operator', async () => {
    const person = await welcome(cloud(), office, CALLS);
    await cognito.send(new AdminDisableUserCommand(whom(person)));
    const { codes, causes } = await diagnose(person);
    expect([codes, causes[0]?.remedies]).toEqual([['identity-disabled'], []]);
  });
});
