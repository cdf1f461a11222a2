import * as z from 'zod';
import type { Client } from '../client.ts';
import { type Cognito, requireClient } from '../cognito.ts';
import { CognitoError, notAuthorized } from '../errors.ts';
import type { ClientMetadata } from '../triggers.ts';
import { clientIdSchema, metadataSchema, operation, tokenSchema } from './operation.ts';

/** New access and id tokens for a refresh token, which stays the same. */
export const refresh = async (
  cognito: Cognito,
  client: Client,
  refreshToken: string,
  clientMetadata: ClientMetadata | undefined,
): Promise<object> => {
  const { store, tokens, now } = cognito;
  const grant = store.grants.byRefreshToken(refreshToken);
  if (grant === undefined || grant.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
  if (grant.revoked) throw notAuthorized('Refresh Token has been revoked');
  if (now() >= grant.expiresAt) throw notAuthorized('Refresh Token has expired');
  const user = store.users.required(grant.username);
  if (!user.enabled) throw notAuthorized('User is disabled.');
  return {
    ChallengeParameters: {},
    AuthenticationResult: await tokens.issue(user, client, grant, 'RefreshTokens', clientMetadata),
  };
};

/** What Amplify refreshes with; the same as REFRESH_TOKEN_AUTH as long as refresh tokens do not rotate. */
export const getTokensFromRefreshToken = operation(
  'public',
  z.object({ RefreshToken: tokenSchema, ClientId: clientIdSchema, ClientMetadata: metadataSchema }),
  (cognito, input) =>
    refresh(cognito, requireClient(cognito, input.ClientId), input.RefreshToken, input.ClientMetadata),
);

/** Ends one sign-in: its refresh token and every access token that came of it. An unknown token is no error (RFC 7009). */
export const revokeToken = operation(
  'public',
  z.object({ Token: tokenSchema, ClientId: clientIdSchema }),
  (cognito, input) => {
    const client = requireClient(cognito, input.ClientId);
    if (!client.revocable) {
      throw new CognitoError(
        'UnsupportedOperationException',
        'Token revocation is not enabled for the client.',
      );
    }
    if (input.Token.split('.').length === 3) {
      throw new CognitoError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.');
    }
    const grant = cognito.store.grants.byRefreshToken(input.Token);
    if (grant === undefined) return {};
    if (grant.clientId !== client.id) {
      throw new CognitoError('UnauthorizedException', 'The token was issued to another client.');
    }
    cognito.store.grants.revoke(grant.originJti);
    return {};
  },
);

export const globalSignOut = operation(
  'public',
  z.object({ AccessToken: tokenSchema }),
  async (cognito, input) => {
    const { user } = await cognito.tokens.verifyAccess(input.AccessToken);
    cognito.store.grants.revokeAllOf(user.username);
    return {};
  },
);
