import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminRespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import {
  answerNewPassword,
  createUser,
  DAY,
  localPool,
  PASSWORD,
  refusal,
  signIn,
  signInAsAdmin,
  signInWithSrp,
  TEMPORARY,
  tokensOf,
} from './local-pool.ts';
import { API, CONSOLE, POOL_ID, poolProperties } from './pool-properties.ts';

const NEWER = 'Newer-Word-43-xyz';
const INCORRECT = refusal('NotAuthorizedException', 'Incorrect username or password.');

const resend = (client: Awaited<ReturnType<typeof localPool>>['client'], Username: string) =>
  client.send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username,
      TemporaryPassword: NEWER,
      MessageAction: 'RESEND',
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  );

it('a wrong temporary password is refused', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  await expect(signInWithSrp(pool, 'usr_ann', 'Wrong-Word-42-xyz')).rejects.toMatchObject(INCORRECT);
  await expect(signInAsAdmin(pool, 'usr_ann', 'Wrong-Word-42-xyz')).rejects.toMatchObject(INCORRECT);
});

it('only the newest temporary password works, and a session opened with the one before it ends', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const old = await signInWithSrp(pool, 'usr_ann', TEMPORARY);
  await resend(pool.client, 'usr_ann');
  await expect(signInWithSrp(pool, 'usr_ann', TEMPORARY)).rejects.toMatchObject(INCORRECT);
  await expect(
    answerNewPassword(pool, { session: old.Session, username: 'usr_ann', password: PASSWORD }),
  ).rejects.toMatchObject(refusal('NotAuthorizedException', 'Invalid session for the user.'));
  const answer = await signInWithSrp(pool, 'usr_ann', NEWER);
  expect(answer.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  expect(pool.mails.map(({ to, html }) => [to, html])).toEqual([
    ['usr_ann@example.com', `Hello usr_ann, use ${NEWER}`],
  ]);
});

it('a temporary password expires after TemporaryPasswordValidityDays, and a resend starts a new term', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  pool.clock.now += 7 * DAY - 1;
  expect((await signIn(pool, 'usr_ann', TEMPORARY)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  pool.clock.now += 1;
  await expect(signIn(pool, 'usr_ann', TEMPORARY)).rejects.toMatchObject(
    refusal(
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
    ),
  );
  await resend(pool.client, 'usr_ann');
  expect((await signIn(pool, 'usr_ann', NEWER)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
});

it('the new password confirms the user and ends the temporary one', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const challenge = await signInWithSrp(pool, 'usr_ann', TEMPORARY);
  expect(challenge.ChallengeParameters).toMatchObject({
    USER_ID_FOR_SRP: 'usr_ann',
    requiredAttributes: '[]',
  });
  expect(JSON.parse(challenge.ChallengeParameters?.userAttributes ?? '')).toEqual({
    email: 'usr_ann@example.com',
    email_verified: 'true',
  });
  const answer = { session: challenge.Session, username: 'usr_ann', password: PASSWORD };
  tokensOf(await answerNewPassword(pool, answer));
  const user = await pool.client.send(new AdminGetUserCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
  expect(user.UserStatus).toBe('CONFIRMED');
  await expect(signInWithSrp(pool, 'usr_ann', TEMPORARY)).rejects.toMatchObject(INCORRECT);
  tokensOf(await signInWithSrp(pool, 'usr_ann', PASSWORD));
});

it('NEW_PASSWORD_REQUIRED is bound to its session: made up, reused, expired, of another user or client', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  await createUser(pool, 'usr_bob');
  const answer = (session: string | undefined, username = 'usr_ann', clientId = CONSOLE) =>
    answerNewPassword(pool, { session, username, password: PASSWORD, clientId });
  const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.');
  const { Session } = await signIn(pool, 'usr_ann', TEMPORARY);

  await expect(answer('made-up-session-of-some-length')).rejects.toMatchObject(invalid);
  await expect(answer(Session, 'usr_bob')).rejects.toMatchObject(invalid);
  await expect(answer(Session, 'usr_ann', API)).rejects.toMatchObject(invalid);

  pool.clock.now += 5 * 60_000;
  await expect(answer(Session)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  );

  const fresh = await signIn(pool, 'usr_ann', TEMPORARY);
  tokensOf(await answer(fresh.Session));
  await expect(answer(fresh.Session)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
  );
});

it('of many answers to one session at once, one is taken', async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const { Session } = await signIn(pool, 'usr_ann', TEMPORARY);
  const answers = Array.from({ length: 20 }, (_, number) =>
    answerNewPassword(pool, { session: Session, username: 'usr_ann', password: `${PASSWORD}${number}` }),
  );
  const settled = await Promise.allSettled(answers);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it.each([
  ['Short-1a', 'Password not long enough'],
  ['lower-case-only-1', 'Password must have uppercase characters'],
  ['UPPER-CASE-ONLY-1', 'Password must have lowercase characters'],
  ['No-Numbers-Here', 'Password must have numeric characters'],
  ['NoSymbolsHere123', 'Password must have symbol characters'],
])('the new password %s is refused and the session stays open', async (password, reason) => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const { Session } = await signIn(pool, 'usr_ann', TEMPORARY);
  await expect(
    answerNewPassword(pool, { session: Session, username: 'usr_ann', password }),
  ).rejects.toMatchObject(
    refusal('InvalidPasswordException', `Password did not conform with policy: ${reason}`),
  );
  tokensOf(await answerNewPassword(pool, { session: Session, username: 'usr_ann', password: PASSWORD }));
});

it('a temporary password has to meet the policy too, and one made by the pool does', async () => {
  const pool = await localPool();
  await expect(createUser(pool, 'usr_ann', { TemporaryPassword: 'tooshort' })).rejects.toMatchObject(
    refusal('InvalidPasswordException'),
  );
  await pool.client.send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username: 'usr_bob',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [{ Name: 'email', Value: 'bob@example.com' }],
    }),
  );
  const made = /use (.+)$/.exec(pool.mails[0]?.html ?? '')?.[1] ?? '';
  expect((await signInAsAdmin(pool, 'usr_bob', made)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
});

it('attributes the pool requires are asked for together with the new password', async () => {
  const pool = await localPool({
    pool: { ...poolProperties, Schema: [{ Name: 'given_name', Required: true }] },
  });
  await createUser(pool, 'usr_ann');
  const challenge = await signInAsAdmin(pool, 'usr_ann', TEMPORARY);
  expect(challenge.ChallengeParameters?.requiredAttributes).toBe('["userAttributes.given_name"]');
  const answer = (attributes: Record<string, string>) =>
    pool.client.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: POOL_ID,
        ClientId: API,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: 'usr_ann', NEW_PASSWORD: PASSWORD, ...attributes },
      }),
    );
  await expect(answer({})).rejects.toMatchObject(
    refusal('InvalidParameterException', 'Invalid attributes given, given_name is missing'),
  );
  tokensOf(await answer({ 'userAttributes.given_name': 'Ann' }));
});
