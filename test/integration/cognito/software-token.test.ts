import {
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { codeForStep, stepAt } from '../../../local/cognito/totp.ts';
import {
  createConfirmedUser,
  type LocalPool,
  localPool,
  PASSWORD,
  refusal,
  signIn,
  tokensOf,
} from './local-pool.ts';
import { CONSOLE, POOL_ID, poolProperties } from './pool-properties.ts';

const ON = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };
const MISMATCH = refusal('CodeMismatchException', 'Invalid code received for user');
const USED = refusal('ExpiredCodeException', 'Your software token has already been used once.');

const codeNow = ({ clock }: LocalPool, secret: string, steps = 0) =>
  codeForStep(secret, stepAt(clock.now) + steps);
const wrongCode = (pool: LocalPool, secret: string) =>
  String((Number(codeNow(pool, secret)) + 500_000) % 1_000_000).padStart(6, '0');

const associated = async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const { AccessToken } = tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  const { SecretCode = '' } = await pool.client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const verify = (UserCode: string) =>
    pool.client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  return { pool, AccessToken, secret: SecretCode, verify };
};

/** A user with an authenticator, the code of now not used yet. */
const enrolled = async () => {
  const { pool, AccessToken, secret, verify } = await associated();
  await verify(codeNow(pool, secret));
  await pool.client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...ON }));
  pool.clock.now += 60_000;
  return { pool, AccessToken, secret };
};

const answerCode = ({ client }: LocalPool, Session: string | undefined, code: string) =>
  client.send(
    new RespondToAuthChallengeCommand({
      ClientId: CONSOLE,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session,
      ChallengeResponses: { USERNAME: 'usr_ann', SOFTWARE_TOKEN_MFA_CODE: code },
    }),
  );

it('an authenticator is proven by a code before it counts', async () => {
  const { pool, AccessToken, secret, verify } = await associated();
  await expect(
    pool.client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...ON })),
  ).rejects.toMatchObject(refusal('InvalidParameterException', 'User has not verified software token mfa'));
  await expect(verify(wrongCode(pool, secret))).rejects.toMatchObject(
    refusal('EnableSoftwareTokenMFAException', 'Code mismatch'),
  );
  tokensOf(await signIn(pool, 'usr_ann', PASSWORD));

  expect((await verify(codeNow(pool, secret))).Status).toBe('SUCCESS');
  await pool.client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...ON }));
  const user = await pool.client.send(new GetUserCommand({ AccessToken }));
  expect(user).toMatchObject({
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
  });
});

it('with an authenticator the password alone gives no tokens, and the code does', async () => {
  const { pool, secret } = await enrolled();
  const challenge = await signIn(pool, 'usr_ann', PASSWORD);
  expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  expect(challenge.AuthenticationResult).toBeUndefined();
  tokensOf(await answerCode(pool, challenge.Session, codeNow(pool, secret)));
});

it('a wrong or old code is refused and the session stays open; a made-up session is not one', async () => {
  const { pool, secret } = await enrolled();
  const { Session } = await signIn(pool, 'usr_ann', PASSWORD);
  await expect(answerCode(pool, Session, wrongCode(pool, secret))).rejects.toMatchObject(MISMATCH);
  await expect(answerCode(pool, Session, codeNow(pool, secret, 2))).rejects.toMatchObject(MISMATCH);
  const code = codeNow(pool, secret);
  await expect(answerCode(pool, 'made-up-session-of-some-length', code)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid session for the user.'),
  );
  tokensOf(await answerCode(pool, Session, code));
});

it('a code does not work twice in its window, nor does an older one after it', async () => {
  const { pool, secret } = await enrolled();
  const first = await signIn(pool, 'usr_ann', PASSWORD);
  tokensOf(await answerCode(pool, first.Session, codeNow(pool, secret)));
  const second = await signIn(pool, 'usr_ann', PASSWORD);
  await expect(answerCode(pool, second.Session, codeNow(pool, secret))).rejects.toMatchObject(USED);
  await expect(answerCode(pool, second.Session, codeNow(pool, secret, -1))).rejects.toMatchObject(USED);
  pool.clock.now += 30_000;
  tokensOf(await answerCode(pool, second.Session, codeNow(pool, secret)));
});

it('guessing codes locks the user out like guessing passwords', async () => {
  const { pool, secret } = await enrolled();
  const { Session } = await signIn(pool, 'usr_ann', PASSWORD);
  for (let guess = 1; guess <= 5; guess += 1) {
    await expect(answerCode(pool, Session, wrongCode(pool, secret))).rejects.toMatchObject(MISMATCH);
  }
  await expect(answerCode(pool, Session, codeNow(pool, secret))).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Password attempts exceeded'),
  );
});

it('an administrator takes a lost authenticator off', async () => {
  const { pool } = await enrolled();
  await pool.client.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId: POOL_ID,
      Username: 'usr_ann',
      SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
    }),
  );
  tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
});

it('a pool without authenticators says so', async () => {
  const pool = await localPool({ pool: { ...poolProperties, MfaConfiguration: 'OFF', EnabledMfas: [] } });
  await createConfirmedUser(pool, 'usr_ann');
  const { AccessToken } = tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  await expect(pool.client.send(new AssociateSoftwareTokenCommand({ AccessToken }))).rejects.toMatchObject(
    refusal('SoftwareTokenMFANotFoundException'),
  );
});
