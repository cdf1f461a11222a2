import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Busy, IdentityRefused, LoginIdTaken, MailNotSent, NoPasswordYet } from '../../domain/errors.ts';
import type { Identity, SignInState } from '../../usecases/ports.ts';
import { isNamed } from './is-named.ts';

/** What Cognito says of an email address or user that it will not have, however often it is asked. */
const REFUSALS = ['InvalidParameterException', 'AliasExistsException'];

/** What it says when SES will not send for us at all, whoever the mail is to. */
const MAIL_FAILURES = ['CodeDeliveryFailureException', 'InvalidEmailRoleAccessPolicyException'];

/** The trigger that writes the mail was throttled or did not answer; the SDK takes this 400 for final. */
const TRIGGER_UNREACHABLE = 'UnexpectedLambdaException';

/** What a request for a reset meets when too many came for the same user in the last hour. */
const TOO_MANY = ['LimitExceededException', 'TooManyRequestsException'];

/** Why a mail of Cognito's did not go, as far as it is known. */
const asMailError = (error: unknown): unknown => {
  if (isNamed(error, TRIGGER_UNREACHABLE)) return new Busy();
  return isNamed(error, ...MAIL_FAILURES) ? new MailNotSent() : error;
};

/** Who is created by us alone has no other status: nobody signs up, and nobody comes from another provider. */
const STATES: Record<string, SignInState> = {
  FORCE_CHANGE_PASSWORD: 'invited',
  CONFIRMED: 'confirmed',
  RESET_REQUIRED: 'reset-required',
};

const refusing = async (send: () => Promise<unknown>): Promise<void> => {
  try {
    await send();
  } catch (error) {
    throw isNamed(error, ...REFUSALS) ? new IdentityRefused() : error;
  }
};

/** One user pool, in the home region. The user name is the user's id; email and login ID are aliases. */
export const cognitoIdentity = (environment: {
  USER_POOL_ID: string;
  /** The app client that people use: a reset is asked for on their behalf. */
  CONSOLE_CLIENT_ID: string;
  HOME_REGION: string;
}): Identity => {
  const client = new CognitoIdentityProviderClient({ region: environment.HOME_REGION });
  const UserPoolId = environment.USER_POOL_ID;

  /** The user exists: by an earlier try of ours, or someone else holds the alias, which shows in the update. */
  const update = (userId: string, UserAttributes: { Name: string; Value: string }[]) =>
    refusing(async () => {
      try {
        await client.send(
          new AdminUpdateUserAttributesCommand({ UserPoolId, Username: userId, UserAttributes }),
        );
      } catch (error) {
        throw isNamed(error, 'UserNotFoundException') ? new IdentityRefused() : error;
      }
    });

  return {
    async find(userId) {
      try {
        const { Enabled, UserStatus = '' } = await client.send(
          new AdminGetUserCommand({ UserPoolId, Username: userId }),
        );
        const state = Enabled === false ? 'disabled' : STATES[UserStatus];
        if (state === undefined) throw new Error(`A sign-in of status ${UserStatus} is none of ours`);
        return state;
      } catch (error) {
        if (isNamed(error, 'UserNotFoundException')) return 'missing';
        throw error;
      }
    },

    async createUser({ userId, email, language, firstName }) {
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'locale', Value: language },
        { Name: 'given_name', Value: firstName },
      ];
      try {
        await refusing(() =>
          client.send(
            new AdminCreateUserCommand({
              UserPoolId,
              Username: userId,
              UserAttributes,
              // Nobody is told before the last step, and nobody knows the password Cognito makes up here.
              MessageAction: 'SUPPRESS',
            }),
          ),
        );
      } catch (error) {
        if (!isNamed(error, 'UsernameExistsException')) throw error;
        await update(userId, UserAttributes);
      }
    },

    async invite({ userId, temporaryPassword, accountName }) {
      try {
        await refusing(() =>
          client.send(
            new AdminCreateUserCommand({
              UserPoolId,
              Username: userId,
              MessageAction: 'RESEND',
              TemporaryPassword: temporaryPassword,
              DesiredDeliveryMediums: ['EMAIL'],
              ClientMetadata: { accountName },
            }),
          ),
        );
      } catch (error) {
        // A repeat, after the user has used the first invitation: there is nothing left to invite to.
        if (isNamed(error, 'UnsupportedUserStateException')) return;
        throw asMailError(error);
      }
    },

    async setLoginId(userId, loginId) {
      try {
        await client.send(
          new AdminUpdateUserAttributesCommand({
            UserPoolId,
            Username: userId,
            UserAttributes: [{ Name: 'preferred_username', Value: loginId }],
          }),
        );
      } catch (error) {
        throw isNamed(error, 'AliasExistsException') ? new LoginIdTaken([]) : error;
      }
    },

    async resetPassword(userId) {
      try {
        // Not AdminResetUserPassword, which locks the user out until the mail is read.
        await refusing(() =>
          client.send(
            new ForgotPasswordCommand({ ClientId: environment.CONSOLE_CLIENT_ID, Username: userId }),
          ),
        );
      } catch (error) {
        // All it can mean here: the temporary password of the invitation has not been replaced.
        if (isNamed(error, 'NotAuthorizedException')) throw new NoPasswordYet();
        throw isNamed(error, ...TOO_MANY) ? new Busy() : asMailError(error);
      }
    },

    async signOut(userId) {
      try {
        await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: userId }));
      } catch (error) {
        if (!isNamed(error, 'UserNotFoundException')) throw error;
      }
    },

    async removeUser(userId) {
      try {
        await client.send(new AdminDeleteUserCommand({ UserPoolId, Username: userId }));
      } catch (error) {
        if (!isNamed(error, 'UserNotFoundException')) throw error;
      }
    },
  };
};
