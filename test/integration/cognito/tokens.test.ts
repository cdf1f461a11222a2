import {
  type CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import {
  createConfirmedUser,
  HOUR,
  localPool,
  PASSWORD,
  refusal,
  signIn,
  signInAsAdmin,
  tokensOf,
} from './local-pool.ts';
import { API, CONSOLE, POOL_ID, poolProperties } from './pool-properties.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL_ID}`;

const refresh = (client: CognitoIdentityProviderClient, RefreshToken = '', ClientId = CONSOLE) =>
  client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  );

const signedIn = async () => {
  const pool = await localPool();
  const created = await createConfirmedUser(pool, 'usr_ann');
  const tokens = tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  const sub = created.User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value;
  return { pool, tokens, sub };
};

it('the access token carries what an authorizer reads, signed by a key of the JWKS', async () => {
  const { pool, tokens, sub } = await signedIn();
  const keys = createRemoteJWKSet(new URL(`${pool.url}/${POOL_ID}/.well-known/jwks.json`));
  const currentDate = new Date(pool.clock.now);
  const { payload } = await jwtVerify(tokens.AccessToken, keys, { issuer: ISSUER, currentDate });
  const now = pool.clock.now / 1000;
  expect(decodeProtectedHeader(tokens.AccessToken).alg).toBe('RS256');
  expect(payload).toEqual({
    sub,
    iss: ISSUER,
    client_id: CONSOLE,
    username: 'usr_ann',
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: now,
    iat: now,
    exp: now + 3600,
    jti: expect.stringMatching(UUID),
    origin_jti: expect.stringMatching(UUID),
    event_id: expect.stringMatching(UUID),
  });
  expect(sub).toMatch(UUID);
});

it('the id token is for the client and carries the attributes it may read', async () => {
  const { pool, tokens, sub } = await signedIn();
  const payload = decodeJwt(tokens.IdToken);
  expect(payload).toMatchObject({
    sub,
    aud: CONSOLE,
    token_use: 'id',
    'cognito:username': 'usr_ann',
    email: 'usr_ann@example.com',
    email_verified: true,
    exp: pool.clock.now / 1000 + 30 * 60,
    origin_jti: decodeJwt(tokens.AccessToken).origin_jti,
  });
  const keys = createRemoteJWKSet(new URL(`${pool.url}/${POOL_ID}/.well-known/jwks.json`));
  await jwtVerify(tokens.IdToken, keys, { audience: CONSOLE, currentDate: new Date(pool.clock.now) });
});

it('each client has its own lifetimes', async () => {
  const pool = await localPool();
  await createConfirmedUser(pool, 'usr_ann');
  const output = await signInAsAdmin(pool, 'usr_ann', PASSWORD);
  const { iat, exp } = decodeJwt(tokensOf(output).AccessToken);
  expect([(exp ?? 0) - (iat ?? 0), output.AuthenticationResult?.ExpiresIn]).toEqual([900, 900]);
});

it('a refresh gives new tokens of the same sign-in and keeps the refresh token', async () => {
  const { pool, tokens } = await signedIn();
  pool.clock.now += 2 * HOUR;
  const output = await refresh(pool.client, tokens.RefreshToken);
  const [before, after] = [decodeJwt(tokens.AccessToken), decodeJwt(tokensOf(output).AccessToken)];
  expect(output.AuthenticationResult?.RefreshToken).toBeUndefined();
  expect(after).toMatchObject({ origin_jti: before.origin_jti, auth_time: before.auth_time });
  expect(after.jti).not.toBe(before.jti);
  const other = await pool.client.send(
    new GetTokensFromRefreshTokenCommand({ ClientId: CONSOLE, RefreshToken: tokens.RefreshToken }),
  );
  expect(decodeJwt(tokensOf(other).AccessToken).origin_jti).toBe(before.origin_jti);
});

it('a refresh token ends after its term, and is worth nothing to another client or made up', async () => {
  const { pool, tokens } = await signedIn();
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token');
  await expect(refresh(pool.client, 'made-up')).rejects.toMatchObject(invalid);
  await expect(refresh(pool.client, tokens.RefreshToken, API)).rejects.toMatchObject(invalid);
  pool.clock.now += 720 * HOUR;
  await expect(refresh(pool.client, tokens.RefreshToken)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Refresh Token has expired'),
  );
});

it('PreTokenGeneration adds to, changes and takes from the id token, but not what the pool vouches for', async () => {
  const pool = await localPool({
    pool: {
      ...poolProperties,
      LambdaConfig: { PreTokenGeneration: 'arn:aws:lambda:us-east-1:1:function:claims' },
    },
    invoke: async (_arn, event) => ({
      ...(event as object),
      response: {
        claimsOverrideDetails: {
          claimsToAddOrOverride: { team: 'blue', sub: 'someone-else' },
          claimsToSuppress: ['email', 'aud'],
        },
      },
    }),
  });
  await createConfirmedUser(pool, 'usr_ann');
  const claims = decodeJwt(tokensOf(await signIn(pool, 'usr_ann', PASSWORD)).IdToken);
  expect(claims).toMatchObject({ team: 'blue', aud: CONSOLE, sub: expect.stringMatching(UUID) });
  expect(claims).not.toHaveProperty('email');
});
