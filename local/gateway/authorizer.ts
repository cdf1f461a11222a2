import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Route } from './routes.ts';

/** Where the issuer the template names is to be found on this machine. */
export interface LocalIssuer {
  /** `https://cognito-idp.{region}.amazonaws.com/{pool}`, as in the template. */
  readonly issuer: string;
  /** The same pool here. Tokens may carry either as `iss`: both are signed with this pool's keys. */
  readonly url: string;
}

type Verdict =
  | { readonly allowed: true; readonly claims: Readonly<Record<string, string>> }
  | { readonly allowed: false; readonly status: 401 | 403; readonly challenge: string };

export type Authorize = (
  jwt: NonNullable<Route['jwt']>,
  authorization: string | undefined,
) => Promise<Verdict>;

const refused = (
  status: 401 | 403,
  scopes: readonly string[],
  error?: string,
  description?: string,
): Verdict => ({
  allowed: false,
  status,
  challenge:
    error === undefined
      ? 'Bearer'
      : `Bearer scope="${scopes.join(' ')}" error="${error}" error_description="${description}"`,
});

/** API Gateway hands claims over as texts, a list as `[a b]`. */
const claimText = (claim: unknown): string =>
  Array.isArray(claim) ? `[${claim.join(' ')}]` : typeof claim === 'string' ? claim : JSON.stringify(claim);

const describe = (error: errors.JOSEError): string => {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `invalid ${error.claim}`;
  return 'the token is invalid';
};

/** API Gateway looks at `client_id` only where there is no `aud`: Cognito's access tokens have none. */
const audienceOf = ({ aud, client_id: clientId }: JWTPayload): readonly unknown[] =>
  aud === undefined ? [clientId] : [aud].flat();

const isAccepted = (payload: JWTPayload, audience: readonly string[]): boolean =>
  audienceOf(payload).some((entry) => typeof entry === 'string' && audience.includes(entry)) &&
  (payload.iat ?? 0) <= Date.now() / 1000 + 1;

const holdsAny = ({ scope }: JWTPayload, wanted: readonly string[]): boolean =>
  wanted.length === 0 ||
  (typeof scope === 'string' && scope.split(' ').some((held) => wanted.includes(held)));

/** The JWT authorizer of an HTTP API: signature, issuer, audience, times, then scopes. */
export const createAuthorizer = (local: LocalIssuer): Authorize => {
  const keys = createRemoteJWKSet(new URL(`${local.url}/.well-known/jwks.json`));
  return async ({ Issuer, Audience, scopes }, authorization) => {
    // API Gateway takes the bare token, too.
    const token = authorization?.replace(/^Bearer /i, '').trim();
    if (!token) return refused(401, scopes);
    const issuers = Issuer === local.issuer ? [Issuer, local.url] : [Issuer];
    try {
      const { payload } = await jwtVerify(token, keys, { issuer: issuers, algorithms: ['RS256'] });
      if (!isAccepted(payload, Audience)) {
        return refused(401, scopes, 'invalid_token', 'the audience of the token is invalid');
      }
      if (!holdsAny(payload, scopes)) {
        return refused(403, scopes, 'insufficient_scope', 'the token does not have the required scope');
      }
      const claims = Object.entries(payload).map(([name, claim]) => [name, claimText(claim)] as const);
      return { allowed: true, claims: Object.fromEntries(claims) };
    } catch (error) {
      if (error instanceof errors.JOSEError) return refused(401, scopes, 'invalid_token', describe(error));
      throw error;
    }
  };
};
