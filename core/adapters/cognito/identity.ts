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
import type { Identity, SignInPerson, SignInState } from '../../usecases/ports.ts';
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

const attributesOf = ({ email, language, firstName }: SignInPerson) => [
  { Name: 'email', Value: email },
  // It is an alias, and gets mail, only once it is verified: the accounts vouch for their people.
  { Name: 'email_verified', Value: 'true' },
  { Name: 'locale', Value: language },
  { Name: 'given_name', Value: firstName },
];

const loginIdAttribute = (loginId: string) => ({ Name: 'preferred_username', Value: loginId });

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

  const update = (Username: string, UserAttributes: { Name: string; Value: string }[]) =>
    client.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));

  /** The user exists: by an earlier try of ours, or someone else holds the alias, which shows in the update. */
  const updateCreated = (person: SignInPerson) =>
    refusing(async () => {
      try {
        await update(person.userId, attributesOf(person));
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

    async createUser(person) {
      try {
        await refusing(() =>
          client.send(
            new AdminCreateUserCommand({
              UserPoolId,
              Username: person.userId,
              UserAttributes: attributesOf(person),
              // Nobody is told before the last step, and nobody knows the password Cognito makes up here.
              MessageAction: 'SUPPRESS',
            }),
          ),
        );
      } catch (error) {
        if (!isNamed(error, 'UsernameExistsException')) throw error;
        await updateCreated(person);
      }
    },

    async updateUser({ loginId, ...person }) {
      const attributes = attributesOf(person);
      const withLoginId = loginId === undefined ? attributes : [...attributes, loginIdAttribute(loginId)];
      try {
        await update(person.userId, withLoginId).catch((error: unknown) => {
          // A sign-in made anew takes no login ID before its first password: accepting the invitation sets it again.
          if (loginId === undefined || !isNamed(error, 'InvalidParameterException')) throw error;
          return update(person.userId, attributes);
        });
      } catch (error) {
        if (isNamed(error, 'UserNotFoundException')) return;
        if (isNamed(error, 'AliasExistsException')) throw new Busy();
        throw isNamed(error, ...REFUSALS) ? new IdentityRefused() : error;
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
        await update(userId, [loginIdAttribute(loginId)]);
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
