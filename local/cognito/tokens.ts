import { randomUUID } from 'node:crypto';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import * as z from 'zod';
import type { Client } from './client.ts';
import { notAuthorized } from './errors.ts';
import type { Pool } from './pool.ts';
import type { Grant } from './store/grants.ts';
import type { Store } from './store/store.ts';
import type { User } from './store/user.ts';
import type { ClientMetadata, Triggers } from './triggers.ts';

/** The one scope of tokens that come from a sign-in through the API: the user's own operations. */
const SCOPE = 'aws.cognito.signin.user.admin';

const privateKeySchema = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
});

const accessClaimsSchema = z.object({
  token_use: z.literal('access'),
  client_id: z.string(),
  username: z.string(),
  origin_jti: z.string(),
});

const preTokenGenerationSchema = z.object({
  claimsOverrideDetails: z
    .object({
      claimsToAddOrOverride: z.record(z.string(), z.string()).nullish(),
      claimsToSuppress: z.array(z.string()).nullish(),
    })
    .nullish(),
});

/** Claims a trigger may not touch, as the trigger's reference lists them. */
const PROTECTED = new Set([
  ...['acr', 'amr', 'at_hash', 'aud', 'auth_time', 'azp', 'cognito:username', 'event_id', 'exp', 'iat'],
  ...['iss', 'jti', 'nbf', 'nonce', 'origin_jti', 'sub', 'token_use'],
]);

/** The pool's key pair: made once, kept in the database, so that tokens outlive a restart. */
const signingKey = async (secrets: Store['secrets']): Promise<z.output<typeof privateKeySchema>> => {
  const stored = secrets.get('signing-key');
  if (stored !== undefined) return privateKeySchema.parse(JSON.parse(stored));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = { ...jwk, kid: await calculateJwkThumbprint(jwk) };
  secrets.put('signing-key', JSON.stringify(key));
  return privateKeySchema.parse(key);
};

export type TokenOccasion = 'Authentication' | 'NewPasswordChallenge' | 'RefreshTokens';

/** An id token says whether an address is verified as a boolean; the pool keeps all attributes as text. */
const claimsOf = (user: User, client: Client): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(user.attributes)
      .filter(([name]) => client.mayRead(name))
      .map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );

export const createTokens = async (pool: Pool, store: Store, triggers: Triggers, now: () => number) => {
  const jwk = await signingKey(store.secrets);
  const privateKey = await importJWK(jwk, 'RS256');
  const publicKey = {
    alg: 'RS256',
    e: jwk.e,
    kid: jwk.kid,
    kty: jwk.kty,
    n: jwk.n,
    use: 'sig',
  } satisfies JWK;
  const keySet = createLocalJWKSet({ keys: [publicKey] });

  const sign = (claims: Record<string, unknown>): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ kid: jwk.kid, alg: 'RS256' }).sign(privateKey);

  /** An access token and an id token for a grant, with the client's lifetimes. */
  const issue = async (
    user: User,
    client: Client,
    grant: Grant,
    occasion: TokenOccasion,
    clientMetadata?: ClientMetadata,
  ) => {
    const custom = await triggers.call({
      trigger: 'PreTokenGeneration',
      occasion,
      user,
      client,
      request: { groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null } },
      clientMetadata,
      response: { claimsOverrideDetails: null },
      answers: preTokenGenerationSchema,
    });
    const issuedAt = Math.floor(now() / 1000);
    const shared = {
      sub: user.sub,
      iss: pool.issuer,
      ...(client.revocable ? { origin_jti: grant.originJti } : {}),
      event_id: randomUUID(),
      auth_time: grant.authTimeSeconds,
      iat: issuedAt,
    };
    const overrides = Object.entries(custom?.claimsOverrideDetails?.claimsToAddOrOverride ?? {});
    const suppressed = custom?.claimsOverrideDetails?.claimsToSuppress ?? [];
    const idClaims: Record<string, unknown> = {
      ...claimsOf(user, client),
      ...Object.fromEntries(overrides.filter(([name]) => !PROTECTED.has(name))),
      ...shared,
      'cognito:username': user.username,
      aud: client.id,
      token_use: 'id',
      exp: issuedAt + client.idTokenSeconds,
      jti: randomUUID(),
    };
    for (const name of suppressed) if (!PROTECTED.has(name)) delete idClaims[name];
    const accessClaims = {
      ...shared,
      client_id: client.id,
      // The pool's own operations look the grant up by it, also where the client shows none.
      origin_jti: grant.originJti,
      token_use: 'access',
      scope: SCOPE,
      exp: issuedAt + client.accessTokenSeconds,
      jti: randomUUID(),
      username: user.username,
    };
    return {
      AccessToken: await sign(accessClaims),
      IdToken: await sign(idClaims),
      ExpiresIn: client.accessTokenSeconds,
      TokenType: 'Bearer',
    };
  };

  /** The user, client and grant an access token stands for; throws NotAuthorizedException when it no longer does. */
  const verifyAccess = async (token: string): Promise<{ user: User; clientId: string; grant: Grant }> => {
    const claims = await jwtVerify(token, keySet, { issuer: pool.issuer, currentDate: new Date(now()) }).then(
      ({ payload }) => accessClaimsSchema.safeParse(payload).data,
      (error: unknown) => {
        throw notAuthorized(
          error instanceof errors.JWTExpired ? 'Access Token has expired' : 'Invalid Access Token',
        );
      },
    );
    if (claims === undefined) throw notAuthorized('Invalid Access Token');
    const user = store.users.required(claims.username);
    const grant = store.grants.byOriginJti(claims.origin_jti);
    if (grant === undefined || grant.revoked || grant.username !== user.username) {
      throw notAuthorized('Access Token has been revoked');
    }
    if (!user.enabled) throw notAuthorized('User is disabled.');
    return { user, clientId: claims.client_id, grant };
  };

  return { issue, verifyAccess, jwks: { keys: [publicKey] } };
};

export type Tokens = Awaited<ReturnType<typeof createTokens>>;
