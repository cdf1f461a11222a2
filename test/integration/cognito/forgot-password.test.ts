import {
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import {
  createConfirmedUser,
  createUser,
  HOUR,
  type LocalPool,
  localPool,
  PASSWORD,
  refusal,
  signIn,
  tokensOf,
} from './local-pool.ts';
import { CONSOLE, LEGACY, POOL_ID, poolProperties } from './pool-properties.ts';

const NEW = 'Another-Horse-8';
const MISMATCH = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');
const EXPIRED = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const LIMIT = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
const INCORRECT = refusal('NotAuthorizedException', 'Incorrect username or password.');

const forgot = ({ client }: LocalPool, Username: string, ClientId = CONSOLE) =>
  client.send(new ForgotPasswordCommand({ ClientId, Username }));
const confirm = ({ client }: LocalPool, ConfirmationCode: string, Username = 'usr_ann', Password = NEW) =>
  client.send(new ConfirmForgotPasswordCommand({ ClientId: CONSOLE, Username, ConfirmationCode, Password }));
const mailedCode = ({ mails }: LocalPool) =>
  /Your code is (\d{6})$/.exec(mails.at(-1)?.html ?? '')?.[1] ?? '';
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const poolWithAnn = async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  return pool;
};

it('a mailed code sets a new password, once', async () => {
  const pool = await poolWithAnn();
  const { CodeDeliveryDetails } = await forgot(pool, 'usr_ann@example.com');
  expect(CodeDeliveryDetails).toEqual({
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: 'u***@e***',
  });
  expect(pool.mails).toMatchObject([
    { from: 'Rollcall <no-reply@rollcall.test>', to: 'usr_ann@example.com', subject: 'A new password' },
  ]);
  const code = mailedCode(pool);
  await confirm(pool, code);
  await expect(signIn(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(INCORRECT);
  tokensOf(await signIn(pool, 'usr_ann', NEW));
  await expect(confirm(pool, code)).rejects.toMatchObject(EXPIRED);
});

it('a wrong code, a replaced one, and one never asked for are refused', async () => {
  const pool = await poolWithAnn();
  await expect(confirm(pool, '123456')).rejects.toMatchObject(EXPIRED);
  await forgot(pool, 'usr_ann');
  const first = mailedCode(pool);
  await expect(confirm(pool, otherThan(first))).rejects.toMatchObject(MISMATCH);
  await forgot(pool, 'usr_ann');
  const second = mailedCode(pool);
  if (first !== second) await expect(confirm(pool, first)).rejects.toMatchObject(MISMATCH);
  await confirm(pool, second);
});

it('a code expires after an hour', async () => {
  const pool = await poolWithAnn();
  await forgot(pool, 'usr_ann');
  pool.clock.now += HOUR;
  await expect(confirm(pool, mailedCode(pool))).rejects.toMatchObject(EXPIRED);
});

it('five wrong codes end guessing for the hour, new codes or not', async () => {
  const pool = await poolWithAnn();
  await forgot(pool, 'usr_ann');
  for (let guess = 1; guess <= 5; guess += 1) {
    await expect(confirm(pool, otherThan(mailedCode(pool)))).rejects.toMatchObject(MISMATCH);
  }
  await expect(confirm(pool, mailedCode(pool))).rejects.toMatchObject(LIMIT);
  await forgot(pool, 'usr_ann');
  await expect(confirm(pool, mailedCode(pool))).rejects.toMatchObject(LIMIT);
  pool.clock.now += HOUR;
  await forgot(pool, 'usr_ann');
  await confirm(pool, mailedCode(pool));
});

it('the limit holds for every hour in which a code lives on', async () => {
  const pool = await poolWithAnn();
  await forgot(pool, 'usr_ann');
  pool.clock.now += HOUR - 1;
  await forgot(pool, 'usr_ann');
  pool.clock.now += 2;
  for (let guess = 1; guess <= 5; guess += 1) {
    await expect(confirm(pool, otherThan(mailedCode(pool)))).rejects.toMatchObject(MISMATCH);
  }
  await expect(confirm(pool, mailedCode(pool))).rejects.toMatchObject(LIMIT);
});

it('no more than twenty codes an hour are mailed', async () => {
  const pool = await poolWithAnn();
  for (let request = 1; request <= 20; request += 1) await forgot(pool, 'usr_ann');
  await expect(forgot(pool, 'usr_ann')).rejects.toMatchObject(LIMIT);
  expect(pool.mails).toHaveLength(20);
});

it('a new password the policy refuses leaves the code to be used again', async () => {
  const pool = await poolWithAnn();
  await forgot(pool, 'usr_ann');
  await expect(confirm(pool, mailedCode(pool), 'usr_ann', 'tooshort')).rejects.toMatchObject(
    refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
  );
  await confirm(pool, mailedCode(pool));
});

it('unknown, disabled and unreachable users look like everyone else, and get no mail', async () => {
  const pool = await poolWithAnn();
  await createConfirmedUser(pool, 'usr_off');
  await pool.client.send(new AdminDisableUserCommand({ UserPoolId: POOL_ID, Username: 'usr_off' }));
  await createUser(pool, 'api_one', { UserAttributes: [] });
  const real = await forgot(pool, 'usr_ann');
  for (const name of ['usr_nobody', 'nobody@example.com', 'usr_off', 'api_one']) {
    const { CodeDeliveryDetails } = await forgot(pool, name);
    expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' });
    expect(CodeDeliveryDetails?.Destination).toMatch(/^[a-z]\*\*\*@[a-z]\*\*\*$/);
    expect((await forgot(pool, name)).CodeDeliveryDetails).toEqual(CodeDeliveryDetails);
    expect(Object.keys(CodeDeliveryDetails ?? {})).toEqual(Object.keys(real.CodeDeliveryDetails ?? {}));
  }
  expect(pool.mails).toHaveLength(1);
  await expect(confirm(pool, '123456', 'usr_nobody')).rejects.toMatchObject(MISMATCH);
  await expect(confirm(pool, '123456', 'usr_off')).rejects.toMatchObject(MISMATCH);
  await expect(forgot(pool, 'usr_nobody', LEGACY)).rejects.toMatchObject(refusal('UserNotFoundException'));
  await pool.client.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: POOL_ID,
      Username: 'usr_ann',
      UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
    }),
  );
  await expect(forgot(pool, 'usr_ann', LEGACY)).rejects.toMatchObject(refusal('InvalidParameterException'));
});

it('someone who never took up the invitation has no password to reset', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  await expect(forgot(pool, 'usr_ann')).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'User password cannot be reset in the current state.'),
  );
});

it('a pool whose recovery is by administrators alone sends no codes', async () => {
  const recovery = { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] };
  const pool = await localPool({ pool: { ...poolProperties, AccountRecoverySetting: recovery } });
  await createConfirmedUser(pool, 'usr_ann');
  await expect(forgot(pool, 'usr_ann')).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Contact administrator to reset password.'),
  );
});

it('AdminResetUserPassword mails a code and keeps the old password out', async () => {
  const pool = await poolWithAnn();
  await pool.client.send(new AdminResetUserPasswordCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
  await expect(signIn(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(
    refusal('PasswordResetRequiredException', 'Password reset required for the user'),
  );
  await confirm(pool, mailedCode(pool));
  tokensOf(await signIn(pool, 'usr_ann', NEW));
});

it('ChangePassword asks for the old password and counts wrong ones', async () => {
  const pool = await poolWithAnn();
  const { AccessToken } = tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  const change = (PreviousPassword: string, ProposedPassword = NEW) =>
    pool.client.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));
  await expect(change(PASSWORD, 'tooshort')).rejects.toMatchObject(refusal('InvalidPasswordException'));
  for (let guess = 1; guess <= 5; guess += 1)
    await expect(change('Wrong-Horse-7')).rejects.toMatchObject(INCORRECT);
  await expect(change(PASSWORD)).rejects.toMatchObject(LIMIT);
  pool.clock.now += 1000;
  await change(PASSWORD);
  tokensOf(await signIn(pool, 'usr_ann', NEW));
});
