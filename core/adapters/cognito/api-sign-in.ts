import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { BadCredentials } from '../../domain/errors.ts';
import type { ApiSignIn } from '../../usecases/ports.ts';
import { isNamed } from './is-named.ts';

/** What Cognito says when the id and the secret do not belong together; after too many tries it says the same. */
const REFUSALS = ['NotAuthorizedException', 'UserNotFoundException', 'PasswordResetRequiredException'];

/** API users in the user pool: without an email, so nothing can be reset, and with a client of their own. */
export const cognitoApiSignIn = (environment: {
  USER_POOL_ID: string;
  /** The app client that API users sign in by: the password goes through us, and tokens live 15 minutes. */
  API_CLIENT_ID: string;
  HOME_REGION: string;
}): ApiSignIn => {
  const client = new CognitoIdentityProviderClient({ region: environment.HOME_REGION });
  const UserPoolId = environment.USER_POOL_ID;

  return {
    async setApiSecret(apiUserId, secret) {
      try {
        await client.send(
          new AdminCreateUserCommand({ UserPoolId, Username: apiUserId, MessageAction: 'SUPPRESS' }),
        );
      } catch (error) {
        // A new secret, or a repeat.
        if (!isNamed(error, 'UsernameExistsException')) throw error;
      }
      // Only a permanent password signs in without a challenge.
      await client.send(
        new AdminSetUserPasswordCommand({
          UserPoolId,
          Username: apiUserId,
          Password: secret,
          Permanent: true,
        }),
      );
    },

    async issueToken(apiUserId, secret) {
      try {
        const { AuthenticationResult } = await client.send(
          new AdminInitiateAuthCommand({
            UserPoolId,
            ClientId: environment.API_CLIENT_ID,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: apiUserId, PASSWORD: secret },
          }),
        );
        const { AccessToken, ExpiresIn } = AuthenticationResult ?? {};
        // A challenge: nobody who signs in by a permanent secret is asked one.
        if (AccessToken === undefined || ExpiresIn === undefined) throw new BadCredentials();
        return { accessToken: AccessToken, expiresInSeconds: ExpiresIn };
      } catch (error) {
        throw isNamed(error, ...REFUSALS) ? new BadCredentials() : error;
      }
    },
  };
};
