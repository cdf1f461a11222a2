import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, expect, it, vi } from 'vitest';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { sesMailer } from '../../core/adapters/ses/mailer.ts';
import { accessOfferMail } from '../../core/domain/access-offer-mail.ts';
import { NoPasswordYet } from '../../core/domain/errors.ts';
import { readMailsTo, waitForMail } from '../../local/ses/read-mails.ts';
import { signIn } from '../../local/sign-in.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();
const PASSWORD = 'Calm-Morning-1907';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Leads the SDK here as it is led inside a function. */
const asInAFunction = () => {
  for (const [name, value] of Object.entries(cloud().environment)) vi.stubEnv(name, value);
  return {
    USER_POOL_ID: cloud().userPoolId,
    CONSOLE_CLIENT_ID: cloud().clientId,
    HOME_REGION: cloud().region,
    MAIL_FROM: 'no-reply@rollcall.example',
    MAIL_REPLY_TO: 'support@rollcall.example',
    MAIL_REGION: cloud().region,
    MAIL_CONFIGURATION_SET: 'rollcall-dev',
  };
};

const somebody = async (userId: string) => {
  const environment = asInAFunction();
  const identity = cognitoIdentity(environment);
  const client = new CognitoIdentityProviderClient({ region: environment.HOME_REGION });
  const email = `${userId.replace('_', '.')}@agents.example`;
  await identity.createUser({ userId, email, language: 'es', firstName: 'Ana' });
  const choosePassword = () =>
    client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: environment.USER_POOL_ID,
        Username: userId,
        Password: PASSWORD,
        Permanent: true,
      }),
    );
  const refresh = (RefreshToken: string) =>
    client.send(
      new GetTokensFromRefreshTokenCommand({ ClientId: environment.CONSOLE_CLIENT_ID, RefreshToken }),
    );
  return { identity, email, choosePassword, refresh };
};

it('X-19 an offer of access to another account reaches the mailbox, as HTML and as text', async () => {
  const mail = accessOfferMail({
    language: 'es',
    firstName: 'Ana',
    accountName: 'Peñón & Cía',
    offeredBy: 'Olga Ruiz',
    roleName: 'Agente',
    consoleUrl: cloud().consoleUrl,
    validityDays: 14,
  });
  await sesMailer(asInAFunction()).send({ to: 'ana@agents.example', ...mail });
  expect(await waitForMail(cloud().mailboxUrl, 'ana@agents.example')).toMatchObject({
    from: 'no-reply@rollcall.example',
    replyTo: ['support@rollcall.example'],
    subject: 'Peñón & Cía le ofrece acceso',
    body: { html: mail.html, text: mail.text },
  });
});

it('a reset mails the user in our words, and the old password works until it is used', async () => {
  const { identity, email, choosePassword } = await somebody('usr_reset');
  await choosePassword();
  await identity.resetPassword('usr_reset');
  const { subject, body } = await waitForMail(cloud().mailboxUrl, email);
  expect(subject).toBe('Elija una contraseña nueva');
  const [, code] = /<b>(\d{6})<\/b>/.exec(body.html ?? '') ?? [];
  expect(body.html).toContain(`href="${cloud().consoleUrl}/reset#u=usr_reset&amp;c=${code}"`);
  expect(await signIn(cloud(), { username: email, password: PASSWORD })).toHaveProperty('accessToken');
});

it('someone who has not used their invitation has no password to reset, and gets no mail', async () => {
  const { identity, email } = await somebody('usr_invited');
  await expect(identity.resetPassword('usr_invited')).rejects.toThrow(NoPasswordYet);
  expect(await readMailsTo(cloud().mailboxUrl, email)).toEqual([]);
});

it('signing out ends every session, and whoever is gone is signed out already', async () => {
  const { identity, email, choosePassword, refresh } = await somebody('usr_out');
  await choosePassword();
  const { refreshToken } = await signIn(cloud(), { username: email, password: PASSWORD });
  await refresh(refreshToken);
  await identity.signOut('usr_out');
  await expect(refresh(refreshToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(identity.signOut('usr_nobody')).resolves.toBeUndefined();
});
