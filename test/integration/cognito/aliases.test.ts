import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  ListUsersCommand,
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
  tokensOf,
} from './local-pool.ts';
import { POOL_ID, poolProperties } from './pool-properties.ts';

const EMAIL_TAKEN = refusal('UsernameExistsException', 'An account with the email already exists.');

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
  tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
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

it('one call changes all of its attributes or none, and who has no password yet gets no preferred user name', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  await createConfirmedUser(pool, 'usr_bob');
  await createUser(pool, 'usr_eve');
  await update(pool, 'usr_ann', { preferred_username: 'ann' });
  const moved = { email: 'moved@example.com', email_verified: 'true', given_name: 'Moved' };
  for (const [username, preferred_username, name] of [
    ['usr_bob', 'ann', 'AliasExistsException'],
    ['usr_eve', 'eve', 'InvalidParameterException'],
  ] as const) {
    const before = await attributesOf(pool, username);
    await expect(update(pool, username, { ...moved, preferred_username })).rejects.toMatchObject({ name });
    expect(await attributesOf(pool, username)).toEqual(before);
  }
  await expect(getUser(pool, 'moved@example.com')).rejects.toMatchObject(refusal('UserNotFoundException'));
  await update(pool, 'usr_bob', { ...moved, preferred_username: 'bob' });
  for (const name of ['moved@example.com', 'bob'])
    expect((await getUser(pool, name)).Username).toBe('usr_bob');
  await expect(getUser(pool, 'usr_bob@example.com')).rejects.toMatchObject(refusal('UserNotFoundException'));
});
