import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, expect, it, vi } from 'vitest';
import { cognitoApiSignIn } from '../../../core/adapters/cognito/api-sign-in.ts';
import { cognitoIdentity } from '../../../core/adapters/cognito/identity.ts';
import { apiSecret } from '../../../core/domain/api-secret.ts';
import { BadCredentials } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { HOUR, localPool } from './local-pool.ts';
import { API, CONSOLE, POOL_ID } from './pool-properties.ts';

const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL_ID}`;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The adapters as functions have them: led to the local pool by nothing but their environment. */
const signIns = async () => {
  const pool = await localPool();
  vi.stubEnv('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', pool.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const environment = { USER_POOL_ID: POOL_ID, HOME_REGION: 'us-east-1' };
  return {
    pool,
    apiSignIn: cognitoApiSignIn({ ...environment, API_CLIENT_ID: API }),
    identity: cognitoIdentity({ ...environment, CONSOLE_CLIENT_ID: CONSOLE }),
  };
};

/** Who signs in, of the pool's own making: the secret is the one that Rollcall makes. */
const signedUp = async () => {
  const made = await signIns();
  const apiUserId = newId('apiUser');
  const secret = apiSecret();
  await made.apiSignIn.setApiSecret(apiUserId, secret);
  return { ...made, apiUserId, secret };
};

it('E-11 an API user has no email, and nobody is told of it', async () => {
  const { pool, apiUserId } = await signedUp();
  const command = new AdminGetUserCommand({ UserPoolId: POOL_ID, Username: apiUserId });
  const { UserAttributes = [], UserStatus } = await pool.client.send(command);
  expect(UserAttributes.map(({ Name }) => Name)).toEqual(['sub']);
  expect(UserStatus).toBe('CONFIRMED');
  expect(pool.mails).toEqual([]);
});

it('E-11 its secret brings a token of 15 minutes, which every route’s authorizer takes', async () => {
  const { pool, apiSignIn, apiUserId, secret } = await signedUp();
  const { accessToken, expiresInSeconds } = await apiSignIn.issueToken(apiUserId, secret);
  const keys = createRemoteJWKSet(new URL(`${pool.url}/${POOL_ID}/.well-known/jwks.json`));
  const currentDate = new Date(pool.clock.now);
  const { payload } = await jwtVerify(accessToken, keys, { issuer: ISSUER, currentDate });
  expect(expiresInSeconds).toBe(900);
  expect(payload).toMatchObject({
    token_use: 'access',
    username: apiUserId,
    client_id: API,
    scope: 'aws.cognito.signin.user.admin',
    exp: pool.clock.now / 1000 + 900,
  });
});

it('E-11 a wrong secret is refused, and so is an unknown id, in the same words', async () => {
  const { apiSignIn, apiUserId, secret } = await signedUp();
  const wrong = await apiSignIn.issueToken(apiUserId, apiSecret()).catch((error: unknown) => error);
  const unknown = await apiSignIn.issueToken(newId('apiUser'), secret).catch((error: unknown) => error);
  expect(wrong).toBeInstanceOf(BadCredentials);
  expect(unknown).toEqual(wrong);
});

it('E-11 a rotated secret works, and the one before no more; a repeat does no harm', async () => {
  const { apiSignIn, apiUserId, secret } = await signedUp();
  const rotated = apiSecret();
  await apiSignIn.setApiSecret(apiUserId, rotated);
  await apiSignIn.setApiSecret(apiUserId, rotated);
  await expect(apiSignIn.issueToken(apiUserId, secret)).rejects.toThrow(BadCredentials);
  expect((await apiSignIn.issueToken(apiUserId, rotated)).expiresInSeconds).toBe(900);
});

it('E-21 a revoked API user signs in no more, and is removed once', async () => {
  const { apiSignIn, identity, apiUserId, secret } = await signedUp();
  await identity.removeUser(apiUserId);
  await identity.removeUser(apiUserId);
  await expect(apiSignIn.issueToken(apiUserId, secret)).rejects.toThrow(BadCredentials);
});

it('E-11 tries without end are refused, the right secret among them, in the same words', async () => {
  const { pool, apiSignIn, apiUserId, secret } = await signedUp();
  const guess = () => apiSignIn.issueToken(apiUserId, 'Wrong-secret-1').catch((error: unknown) => error);
  const answers = await Promise.all(Array.from({ length: 8 }, guess));
  expect(answers.every((answer) => answer instanceof BadCredentials)).toBe(true);
  await expect(apiSignIn.issueToken(apiUserId, secret)).rejects.toThrow(BadCredentials);
  pool.clock.now += HOUR;
  expect((await apiSignIn.issueToken(apiUserId, secret)).expiresInSeconds).toBe(900);
});
