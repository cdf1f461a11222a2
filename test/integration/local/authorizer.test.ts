import { Hono } from 'hono';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { type HttpEnvironment, openDoor } from '../../../local/door.ts';
import { type Authorize, createAuthorizer } from '../../../local/gateway/authorizer.ts';

const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_pool';
const ROUTE = { Issuer: ISSUER, Audience: ['console', 'api'], scopes: ['admin', 'other'] };
const GOOD = { client_id: 'console', scope: 'openid admin', username: 'ann', list: ['a', 'b'], yes: true };

const { privateKey, publicKey } = await generateKeyPair('RS256');
let authorize: Authorize;
let localUrl = '';

beforeAll(async () => {
  const door = await openDoor(0);
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }];
  door.serve(new Hono<HttpEnvironment>().get('/pool/.well-known/jwks.json', (c) => c.json({ keys })));
  localUrl = `${door.url}/pool`;
  authorize = createAuthorizer({ issuer: ISSUER, url: localUrl });
  return door.stop;
});

const now = () => Math.floor(Date.now() / 1000);
const sign = (claims: JWTPayload) =>
  new SignJWT({ iss: ISSUER, iat: now(), exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(privateKey);
const verdict = async (claims: JWTPayload, route = ROUTE) => authorize(route, `Bearer ${await sign(claims)}`);

it('hands claims on as API Gateway writes them', async () => {
  const { iat, exp, ...claims } = { ...Object(await verdict(GOOD)).claims };
  expect(claims).toEqual({
    iss: ISSUER,
    client_id: 'console',
    scope: 'openid admin',
    username: 'ann',
    list: '[a b]',
    yes: 'true',
  });
  expect(Number(exp) - Number(iat)).toBe(60);
});

it.each<[string, JWTPayload]>([
  ['the pool where it is on this machine', { ...GOOD, iss: 'LOCAL' }],
  ['an audience in place of a client id', { aud: 'api', scope: 'other' }],
])('accepts %s', async (_, claims) => {
  const { iss, ...rest } = claims;
  expect(await verdict({ ...rest, ...(iss && { iss: localUrl }) })).toMatchObject({ allowed: true });
});

it.each<[string, JWTPayload, string]>([
  ['another issuer', { ...GOOD, iss: 'https://evil.example' }, 'invalid iss'],
  ['an expired token', { ...GOOD, exp: now() - 1 }, 'the token has expired'],
  ['a token that is not valid yet', { ...GOOD, nbf: now() + 60 }, 'invalid nbf'],
  ['a token from the future', { ...GOOD, iat: now() + 60 }, 'audience'],
  ['another client', { ...GOOD, client_id: 'other' }, 'audience'],
  ['another audience, though the client would fit', { ...GOOD, aud: 'other' }, 'audience'],
])('refuses %s with 401', async (_, claims, reason) => {
  const refused = await verdict(claims);
  expect(refused).toMatchObject({ allowed: false, status: 401, challenge: expect.stringContaining(reason) });
});

it('refuses a token without any of the scopes with 403, and asks for none where the route has none', async () => {
  const poor = { ...GOOD, scope: 'openid administrator' };
  expect(await verdict(poor)).toMatchObject({ allowed: false, status: 403 });
  expect(await verdict(poor, { ...ROUTE, scopes: [] })).toMatchObject({ allowed: true });
});
