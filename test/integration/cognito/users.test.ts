import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  GetUserCommand,
  ListUsersCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import {
  createConfirmedUser,
  createUser,
  type LocalPool,
  localPool,
  PASSWORD,
  POOL_ID,
  poolProperties,
  refusal,
  signInAsAdmin,
  signInWithSrp,
  tokensOf,
} from './local-pool.ts';

const EMAIL_TAKEN = refusal('UsernameExistsException', 'An account with the email already exists.');
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const getUser = ({ client }: LocalPool, Username: string) =>
  client.send(new AdminGetUserCommand({ UserPoolId: POOL_ID, Username }));
const attributesOf = async (pool: LocalPool, Username: string) =>
  Object.fromEntries(
    ((await getUser(pool, Username)).UserAttributes ?? []).map(({ Name, Value }) => [Name ?? '', Value]),
  );
const update = ({ client }: LocalPool, Username: string, attributes: Record<string, string>) =>
  client.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: POOL_ID,
      Username,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );

it('a user is made with a sub of their own, enabled, and has to change the password', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const user = await getUser(pool, 'usr_ann');
  expect(user).toMatchObject({
    Username: 'usr_ann',
    Enabled: true,
    UserStatus: 'FORCE_CHANGE_PASSWORD',
    UserCreateDate: new Date(pool.clock.now),
    UserLastModifiedDate: new Date(pool.clock.now),
  });
  expect(await attributesOf(pool, 'usr_ann')).toEqual({
    sub: expect.stringMatching(UUID),
    email: 'usr_ann@example.com',
    email_verified: 'true',
  });
  expect(pool.mails).toEqual([]);
});

it('a case-insensitive pool flattens user name, email and preferred user name to lower case', async () => {
  const pool = await localPool();
  const { User } = await createUser(pool, 'usr_01ABC', { email: 'Ann@Example.com' });
  expect(User?.Username).toBe('usr_01abc');
  expect(await attributesOf(pool, 'USR_01abc')).toMatchObject({ email: 'ann@example.com' });
});

it('a case-sensitive pool keeps and tells apart letter case', async () => {
  const pool = await localPool({
    pool: { ...poolProperties, UsernameConfiguration: { CaseSensitive: true } },
  });
  expect((await createUser(pool, 'usr_01ABC')).User?.Username).toBe('usr_01ABC');
  await expect(getUser(pool, 'usr_01abc')).rejects.toMatchObject(refusal('UserNotFoundException'));
  await createUser(pool, 'usr_01abc', { email: 'Usr_01ABC@example.com' });
});

it('a user name is taken once, in any letter case, and never looks like an email', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  await expect(createUser(pool, 'USR_Ann', { email: 'other@example.com' })).rejects.toMatchObject(
    refusal('UsernameExistsException', 'User account already exists'),
  );
  await expect(createUser(pool, 'ann@example.com')).rejects.toMatchObject(
    refusal(
      'InvalidParameterException',
      'Username cannot be of email format, since user pool is configured for email alias.',
    ),
  );
});

it('a verified email is taken once; ForceAliasCreation takes it from its holder', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const email = 'Usr_Ann@example.com';
  await expect(createUser(pool, 'usr_bob', { email })).rejects.toMatchObject(EMAIL_TAKEN);
  await expect(getUser(pool, 'usr_bob')).rejects.toMatchObject(refusal('UserNotFoundException'));

  await createUser(pool, 'usr_bob', { email, ForceAliasCreation: true });
  expect(await attributesOf(pool, 'usr_ann')).toMatchObject({ email_verified: 'false' });
  expect((await getUser(pool, email)).Username).toBe('usr_bob');
  tokensOf(await signInWithSrp(pool, 'usr_ann', PASSWORD));
});

it('an email that is not verified is no alias, so two users may have it', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  await createUser(pool, 'usr_bob', { UserAttributes: [{ Name: 'email', Value: 'usr_ann@example.com' }] });
  await expect(update(pool, 'usr_bob', { email_verified: 'true' })).rejects.toMatchObject(
    refusal('AliasExistsException', 'An account with the email already exists.'),
  );
});

it('of 200 users created at once with one email, exactly one stands', async () => {
  const pool = await localPool();
  const attempts = Array.from({ length: 200 }, (_, number) =>
    createUser(pool, `usr_${number}`, { email: 'one@example.com' }),
  );
  const settled = await Promise.allSettled(attempts);
  const refused = settled.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));
  expect(refused).toHaveLength(199);
  for (const error of refused) expect(error).toMatchObject(EMAIL_TAKEN);
  const { Users } = await pool.client.send(new ListUsersCommand({ UserPoolId: POOL_ID }));
  expect(Users).toHaveLength(1);
});

it('of 50 users created at once with one user name, exactly one stands', async () => {
  const pool = await localPool();
  const attempts = Array.from({ length: 50 }, (_, number) =>
    createUser(pool, 'usr_ann', { email: `ann${number}@example.com` }),
  );
  const settled = await Promise.allSettled(attempts);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('a preferred user name clashes with user names and with other preferred ones', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await createConfirmedUser(pool, 'usr_bob');
  await update(pool, 'usr_ann', { preferred_username: 'ann' });
  const taken = refusal('AliasExistsException', 'Already found an entry for the provided username.');
  await expect(update(pool, 'usr_bob', { preferred_username: 'ANN' })).rejects.toMatchObject(taken);
  await expect(update(pool, 'usr_bob', { preferred_username: 'usr_ann' })).rejects.toMatchObject(taken);
  expect(await attributesOf(pool, 'usr_bob')).not.toHaveProperty('preferred_username');
  await update(pool, 'usr_ann', { preferred_username: '' });
  await update(pool, 'usr_bob', { preferred_username: 'ann' });
  expect((await getUser(pool, 'ann')).Username).toBe('usr_bob');
});

it('a changed email is unverified unless the same call verifies it', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await update(pool, 'usr_ann', { email: 'a@example.com' });
  expect(await attributesOf(pool, 'usr_ann')).toMatchObject({
    email: 'a@example.com',
    email_verified: 'false',
  });
  await update(pool, 'usr_ann', { email: 'b@example.com', email_verified: 'true' });
  expect(await attributesOf(pool, 'usr_ann')).toMatchObject({
    email: 'b@example.com',
    email_verified: 'true',
  });
});

it.each([
  [{ email: 'no-address' }, 'Invalid email address format.'],
  [
    { shoe_size: '44' },
    'Attributes did not conform to the schema: shoe_size: Attribute does not exist in the schema.\n',
  ],
  [
    { sub: 'mine' },
    'Attributes did not conform to the schema: sub: Attribute does not exist in the schema.\n',
  ],
])('the attributes %o are refused', async (attributes, message) => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await expect(update(pool, 'usr_ann', attributes)).rejects.toMatchObject(
    refusal('InvalidParameterException', message),
  );
});

it('people write through the app client what it may write, and read what it may read', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await update(pool, 'usr_ann', { given_name: 'Ann' });
  const { AccessToken } = tokensOf(await signInWithSrp(pool, 'usr_ann', PASSWORD));
  const write = (Name: string, Value: string) =>
    pool.client.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value }] }));
  await write('locale', 'fr-CH');
  for (const name of ['email', 'email_verified', 'preferred_username']) {
    await expect(write(name, 'x@example.com')).rejects.toMatchObject(
      refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    );
  }
  const { UserAttributes } = await pool.client.send(new GetUserCommand({ AccessToken }));
  expect(UserAttributes?.map(({ Name }) => Name).sort()).toEqual([
    'email',
    'email_verified',
    'locale',
    'sub',
  ]);
});

it('RESEND is for people who have not set a password yet', async () => {
  const pool = await localPool();
  const resend = (Username: string) =>
    pool.client.send(new AdminCreateUserCommand({ UserPoolId: POOL_ID, Username, MessageAction: 'RESEND' }));
  await expect(resend('usr_nobody')).rejects.toMatchObject(refusal('UserNotFoundException'));
  await createConfirmedUser(pool, 'usr_ann');
  await expect(resend('usr_ann')).rejects.toMatchObject(
    refusal(
      'UnsupportedUserStateException',
      'Resend not possible. usr_ann status is not FORCE_CHANGE_PASSWORD',
    ),
  );
});

it('AdminSetUserPassword sets a password for good or to be changed', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const set = (Password: string, Permanent: boolean) =>
    pool.client.send(
      new AdminSetUserPasswordCommand({ UserPoolId: POOL_ID, Username: 'usr_ann', Password, Permanent }),
    );
  await expect(set('tooshort', true)).rejects.toMatchObject(refusal('InvalidPasswordException'));
  await set(PASSWORD, true);
  tokensOf(await signInAsAdmin(pool, 'usr_ann', PASSWORD));
  await set('Another-Horse-8', false);
  expect((await signInAsAdmin(pool, 'usr_ann', 'Another-Horse-8')).ChallengeName).toBe(
    'NEW_PASSWORD_REQUIRED',
  );
});

it('a deleted user is gone, with their names', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await pool.client.send(new AdminDeleteUserCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
  await expect(getUser(pool, 'usr_ann')).rejects.toMatchObject(
    refusal('UserNotFoundException', 'User does not exist.'),
  );
  await createUser(pool, 'usr_bob', { email: 'usr_ann@example.com' });
});

it('ListUsers filters and goes by pages without losing or repeating anyone', async () => {
  const pool = await localPool();
  for (let number = 1; number <= 7; number += 1) await createUser(pool, `usr_${number}`);
  const list = (Filter?: string) => pool.client.send(new ListUsersCommand({ UserPoolId: POOL_ID, Filter }));
  const names = async (filter: string) => (await list(filter)).Users?.map(({ Username }) => Username);
  expect(await names('email = "USR_3@example.com"')).toEqual(['usr_3']);
  expect(await names('email = "usr_3"')).toEqual([]);
  expect(await names('username ^= "usr_"')).toHaveLength(7);
  expect(await names('cognito:user_status = "CONFIRMED"')).toEqual([]);
  await expect(list('shoe_size = "44"')).rejects.toMatchObject(refusal('InvalidParameterException'));

  const seen: (string | undefined)[] = [];
  let PaginationToken: string | undefined;
  do {
    const page = await pool.client.send(
      new ListUsersCommand({ UserPoolId: POOL_ID, Limit: 3, PaginationToken }),
    );
    expect(page.Users?.length).toBeLessThanOrEqual(3);
    seen.push(...(page.Users ?? []).map(({ Username }) => Username));
    ({ PaginationToken } = page);
  } while (PaginationToken !== undefined);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `usr_${number}`));
});
