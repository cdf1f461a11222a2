import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminInitiateAuthCommand,
  AdminUpdateUserAttributesCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import {
  createConfirmedUser,
  createUser,
  type LocalPool,
  localPool,
  PASSWORD,
  refusal,
  signIn,
  signInAsAdmin,
  signInWithSrp,
  tokensOf,
} from './local-pool.ts';
import { API, CONSOLE, LEGACY, POOL_ID } from './pool-properties.ts';

const INCORRECT = refusal('NotAuthorizedException', 'Incorrect username or password.');
const LOCKED = refusal('NotAuthorizedException', 'Password attempts exceeded');
const WRONG = 'Wrong-Horse-7-xyz';

const setAttributes = ({ client }: LocalPool, Username: string, attributes: Record<string, string>) =>
  client.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: POOL_ID,
      Username,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );

it('a disabled user is refused and their tokens end; enabled again they sign in anew', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const { AccessToken, RefreshToken } = tokensOf(await signInWithSrp(pool, 'usr_ann', PASSWORD));
  const target = { UserPoolId: POOL_ID, Username: 'usr_ann' };
  await pool.client.send(new AdminDisableUserCommand(target));

  const disabled = refusal('NotAuthorizedException', 'User is disabled.');
  await expect(signInWithSrp(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(disabled);
  await expect(signInAsAdmin(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(disabled);
  await expect(signInWithSrp(pool, 'usr_ann', WRONG)).rejects.toMatchObject(INCORRECT);
  await expect(pool.client.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject(
    refusal('NotAuthorizedException'),
  );

  await pool.client.send(new AdminEnableUserCommand(target));
  const refresh = new InitiateAuthCommand({
    ClientId: CONSOLE,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: RefreshToken ?? '' },
  });
  await expect(pool.client.send(refresh)).rejects.toMatchObject(refusal('NotAuthorizedException'));
  tokensOf(await signInWithSrp(pool, 'usr_ann', PASSWORD));
});

it('an unknown user and a wrong password get the same answer, in every flow', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await expect(signInWithSrp(pool, 'usr_ann', WRONG)).rejects.toMatchObject(INCORRECT);
  await expect(signInWithSrp(pool, 'usr_nobody', WRONG)).rejects.toMatchObject(INCORRECT);
  await expect(signInAsAdmin(pool, 'usr_ann', WRONG)).rejects.toMatchObject(INCORRECT);
  await expect(signInAsAdmin(pool, 'usr_nobody', WRONG)).rejects.toMatchObject(INCORRECT);
});

it('a client that does not hide who exists says UserNotFoundException', async () => {
  const pool = await localPool();
  await expect(signIn(pool, 'usr_nobody', WRONG, LEGACY)).rejects.toMatchObject(
    refusal('UserNotFoundException', 'User does not exist.'),
  );
});

it.each(['usr_ann', 'usr_nobody'])(
  'five failures lock %s out: a second, then twice as long each time',
  async (name) => {
    const pool = await localPool();
    await createConfirmedUser(pool, 'usr_ann');
    const attempt = () => signInAsAdmin(pool, name, WRONG);
    for (let failure = 1; failure <= 5; failure += 1)
      await expect(attempt()).rejects.toMatchObject(INCORRECT);
    for (const seconds of [1, 2, 4, 8]) {
      await expect(attempt()).rejects.toMatchObject(LOCKED);
      pool.clock.now += seconds * 1000 - 1;
      await expect(attempt()).rejects.toMatchObject(LOCKED);
      pool.clock.now += 1;
      await expect(attempt()).rejects.toMatchObject(INCORRECT);
    }
  },
);

it('the right password is refused while locked, works afterwards and clears the count', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const fail = () => expect(signInAsAdmin(pool, 'usr_ann', WRONG)).rejects.toMatchObject(INCORRECT);
  for (let failure = 1; failure <= 5; failure += 1) await fail();
  await expect(signInAsAdmin(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(LOCKED);
  await expect(signInWithSrp(pool, 'usr_ann', PASSWORD)).rejects.toMatchObject(LOCKED);
  pool.clock.now += 1000;
  tokensOf(await signInAsAdmin(pool, 'usr_ann', PASSWORD));
  for (let failure = 1; failure <= 4; failure += 1) await fail();
  tokensOf(await signInAsAdmin(pool, 'usr_ann', PASSWORD));
});

it('a quarter of an hour without an attempt clears the count', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const fail = () => expect(signInAsAdmin(pool, 'usr_ann', WRONG)).rejects.toMatchObject(INCORRECT);
  for (let failure = 1; failure <= 5; failure += 1) await fail();
  pool.clock.now += 15 * 60_000 + 1;
  for (let failure = 1; failure <= 4; failure += 1) await fail();
  tokensOf(await signInAsAdmin(pool, 'usr_ann', PASSWORD));
});

it('user name, email and preferred user name sign in, in any letter case', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann', { email: 'Ann.Lee@Example.com' });
  await expect(setAttributes(pool, 'usr_ann', { preferred_username: 'ann.lee' })).rejects.toMatchObject(
    refusal(
      'InvalidParameterException',
      'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    ),
  );
  await createConfirmedUser(pool, 'usr_bob');
  await expect(signInWithSrp(pool, 'bob.ray', PASSWORD)).rejects.toMatchObject(INCORRECT);
  await setAttributes(pool, 'usr_bob', { preferred_username: 'Bob.Ray' });
  for (const name of ['USR_BOB', 'usr_bob', 'USR_Bob@Example.COM', 'bob.ray', 'BOB.RAY']) {
    tokensOf(await signIn(pool, name, PASSWORD));
    tokensOf(await signInAsAdmin(pool, name, PASSWORD));
  }
});

it('an email is an alias only while verified, a preferred user name only while set', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await setAttributes(pool, 'usr_ann', { email: 'new@example.com', preferred_username: 'ann' });
  await expect(signInAsAdmin(pool, 'new@example.com', PASSWORD)).rejects.toMatchObject(INCORRECT);
  await expect(signInAsAdmin(pool, 'usr_ann@example.com', PASSWORD)).rejects.toMatchObject(INCORRECT);
  await setAttributes(pool, 'usr_ann', { email_verified: 'true' });
  tokensOf(await signInAsAdmin(pool, 'new@example.com', PASSWORD));
  tokensOf(await signInAsAdmin(pool, 'ann', PASSWORD));
  await setAttributes(pool, 'usr_ann', { preferred_username: '' });
  await expect(signInAsAdmin(pool, 'ann', PASSWORD)).rejects.toMatchObject(INCORRECT);
});

it('a flow the client does not allow is refused', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await expect(signIn(pool, 'usr_ann', PASSWORD, API)).rejects.toMatchObject(
    refusal('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client'),
  );
  await expect(signInWithSrp(pool, 'usr_ann', PASSWORD, API)).rejects.toMatchObject(
    refusal('InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.'),
  );
  const AuthParameters = { USERNAME: 'usr_ann', PASSWORD };
  const asAdmin = { UserPoolId: POOL_ID, ClientId: CONSOLE, AuthParameters } as const;
  await expect(
    pool.client.send(new AdminInitiateAuthCommand({ ...asAdmin, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' })),
  ).rejects.toMatchObject(refusal('InvalidParameterException', 'Auth flow not enabled for this client'));
  await expect(
    pool.client.send(
      new InitiateAuthCommand({ ClientId: API, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
    ),
  ).rejects.toMatchObject(refusal('InvalidParameterException', 'Initiate Auth method not supported.'));
  tokensOf(await signIn(pool, 'usr_ann', PASSWORD, LEGACY));
});

it('an unknown client or pool is ResourceNotFoundException', async () => {
  const pool = await localPool();
  await expect(signIn(pool, 'usr_ann', PASSWORD, 'nosuchclient')).rejects.toMatchObject(
    refusal('ResourceNotFoundException', 'User pool client nosuchclient does not exist.'),
  );
  await expect(
    pool.client.send(new AdminDisableUserCommand({ UserPoolId: 'us-east-1_Other', Username: 'usr_ann' })),
  ).rejects.toMatchObject(refusal('ResourceNotFoundException', 'User pool us-east-1_Other does not exist.'));
});
