import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
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
import { API, CONSOLE, LEGACY, POOL_ID } from './pool-properties.ts';

const REVOKED = refusal('NotAuthorizedException', 'Access Token has been revoked');

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

it('RevokeToken ends one sign-in with all its access tokens, and no other', async () => {
  const { pool, tokens } = await signedIn();
  const other = tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  await pool.client.send(new RevokeTokenCommand({ ClientId: CONSOLE, Token: tokens.RefreshToken }));
  await expect(refresh(pool.client, tokens.RefreshToken)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Refresh Token has been revoked'),
  );
  await expect(
    pool.client.send(new GetUserCommand({ AccessToken: tokens.AccessToken })),
  ).rejects.toMatchObject(REVOKED);
  tokensOf(await refresh(pool.client, other.RefreshToken));
});

it('RevokeToken refuses access tokens, other clients, and clients that cannot revoke', async () => {
  const { pool, tokens } = await signedIn();
  const revoke = (Token: string | undefined, ClientId: string) =>
    pool.client.send(new RevokeTokenCommand({ ClientId, Token }));
  await expect(revoke(tokens.AccessToken, CONSOLE)).rejects.toMatchObject(
    refusal('UnsupportedTokenTypeException'),
  );
  await expect(revoke(tokens.RefreshToken, API)).rejects.toMatchObject(refusal('UnauthorizedException'));
  await expect(revoke(tokens.RefreshToken, LEGACY)).rejects.toMatchObject(
    refusal('UnsupportedOperationException'),
  );
});

it.each(['GlobalSignOut', 'AdminUserGlobalSignOut'])(
  '%s ends every sign-in of the user',
  async (operation) => {
    const { pool, tokens } = await signedIn();
    const other = tokensOf(await signInAsAdmin(pool, 'usr_ann', PASSWORD));
    if (operation === 'GlobalSignOut') {
      await pool.client.send(new GlobalSignOutCommand({ AccessToken: tokens.AccessToken }));
    } else {
      await pool.client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
    }
    for (const { AccessToken } of [tokens, other]) {
      await expect(pool.client.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject(REVOKED);
    }
    await expect(refresh(pool.client, tokens.RefreshToken)).rejects.toMatchObject(
      refusal('NotAuthorizedException'),
    );
    await expect(refresh(pool.client, other.RefreshToken, API)).rejects.toMatchObject(
      refusal('NotAuthorizedException'),
    );
    tokensOf(await signIn(pool, 'usr_ann', PASSWORD));
  },
);

it('GetUser refuses tokens that are expired, of the wrong kind, forged, or of someone deleted', async () => {
  const { pool, tokens } = await signedIn();
  const getUser = (AccessToken: string) => pool.client.send(new GetUserCommand({ AccessToken }));
  const [header, payload] = tokens.AccessToken.split('.');
  const invalid = refusal('NotAuthorizedException', 'Invalid Access Token');
  await expect(getUser(tokens.IdToken)).rejects.toMatchObject(invalid);
  await expect(getUser(`${header}.${payload}.c2lnbmF0dXJl`)).rejects.toMatchObject(invalid);
  await expect(getUser('nonsense')).rejects.toMatchObject(invalid);
  expect((await getUser(tokens.AccessToken)).Username).toBe('usr_ann');

  await pool.client.send(new AdminDeleteUserCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
  await expect(getUser(tokens.AccessToken)).rejects.toMatchObject(refusal('UserNotFoundException'));
  // A new user of the same name is someone else.
  await pool.client.send(new AdminCreateUserCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
  await expect(getUser(tokens.AccessToken)).rejects.toMatchObject(REVOKED);
  pool.clock.now += HOUR;
  await expect(getUser(tokens.AccessToken)).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Access Token has expired'),
  );
});
