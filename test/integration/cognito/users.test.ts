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
  refusal,
  signIn,
  signInAsAdmin,
  tokensOf,
} from './local-pool.ts';
import { POOL_ID } from './pool-properties.ts';

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
  const { AccessToken } = tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
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
