import { decodeJwt } from 'jose';
import type { CloudAddresses } from '../../local/addresses.ts';
import { type Credentials, signIn } from '../../local/sign-in.ts';

/** What Amplify keeps of somebody who is signed in: for tests that are about something else than signing in. */
export const tokensOf = async (
  cloud: CloudAddresses,
  credentials: Credentials,
): Promise<Readonly<Record<string, string>>> => {
  const { accessToken, idToken, refreshToken } = await signIn(cloud, credentials);
  const username = String(decodeJwt(accessToken).username);
  const prefix = `CognitoIdentityServiceProvider.${cloud.clientId}`;
  return {
    [`${prefix}.LastAuthUser`]: username,
    [`${prefix}.${username}.accessToken`]: accessToken,
    [`${prefix}.${username}.idToken`]: idToken,
    [`${prefix}.${username}.refreshToken`]: refreshToken,
    [`${prefix}.${username}.clockDrift`]: '0',
  };
};
