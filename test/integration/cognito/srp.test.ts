import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import {
  createConfirmedUser,
  type LocalPool,
  localPool,
  PASSWORD,
  refusal,
  signInWithSrp,
  srpExchange,
  tokensOf,
} from './local-pool.ts';

const INCORRECT = refusal('NotAuthorizedException', 'Incorrect username or password.');

const challengeFor = ({ client }: LocalPool, username: string) =>
  client.send(new InitiateAuthCommand(srpExchange(username, PASSWORD).initiate));

it('SRP signs in by user name and by alias, whatever bits salt and public values begin with', async () => {
  const pool = await localPool();
  for (const name of ['usr_ann', 'usr_bob', 'usr_cid', 'usr_dan']) {
    await createConfirmedUser(pool, name);
    tokensOf(await signInWithSrp(pool, name, PASSWORD));
    tokensOf(await signInWithSrp(pool, `${name}@example.com`, PASSWORD));
  }
});

it('for an alias the challenge names the real user, whom the password belongs to', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const challenge = await challengeFor(pool, 'USR_ANN@example.com');
  expect(challenge.ChallengeName).toBe('PASSWORD_VERIFIER');
  expect(challenge.ChallengeParameters).toMatchObject({ USER_ID_FOR_SRP: 'usr_ann', USERNAME: 'usr_ann' });
});

it('for an unknown user the challenge is simulated: an id and a salt that stay, a new B each time', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const real = await challengeFor(pool, 'usr_ann');
  const first = (await challengeFor(pool, 'nobody@example.com')).ChallengeParameters ?? {};
  const second = (await challengeFor(pool, 'Nobody@example.com')).ChallengeParameters ?? {};
  expect(Object.keys(first).sort()).toEqual(Object.keys(real.ChallengeParameters ?? {}).sort());
  expect(first.USER_ID_FOR_SRP).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(second).toMatchObject({ USER_ID_FOR_SRP: first.USER_ID_FOR_SRP, SALT: first.SALT });
  expect(second.SRP_B).not.toBe(first.SRP_B);
});

it('a secret block works once, and a made-up one never', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const { initiate, answer } = srpExchange('usr_ann', PASSWORD);
  const request = answer(await pool.client.send(new InitiateAuthCommand(initiate)));
  tokensOf(await pool.client.send(new RespondToAuthChallengeCommand(request)));
  await expect(pool.client.send(new RespondToAuthChallengeCommand(request))).rejects.toMatchObject(INCORRECT);
  const madeUp = { ...request.ChallengeResponses, PASSWORD_CLAIM_SECRET_BLOCK: 'bWFkZS11cA==' };
  await expect(
    pool.client.send(new RespondToAuthChallengeCommand({ ...request, ChallengeResponses: madeUp })),
  ).rejects.toMatchObject(INCORRECT);
});

it.each(['0', '00', 'not hexadecimal'])(
  'SRP_A %s, which would need no password, is refused',
  async (srpA) => {
    const pool = await localPool();
    await createConfirmedUser(pool, 'usr_ann');
    const { initiate } = srpExchange('usr_ann', PASSWORD);
    const AuthParameters = { ...initiate.AuthParameters, SRP_A: srpA };
    await expect(
      pool.client.send(new InitiateAuthCommand({ ...initiate, AuthParameters })),
    ).rejects.toMatchObject(refusal('InvalidParameterException'));
  },
);
