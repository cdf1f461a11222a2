import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { cognitoIdentity } from '../../../core/adapters/cognito/identity.ts';
import { isRetryable } from '../../../core/adapters/retryable.ts';
import {
  Busy,
  IdentityRefused,
  LoginIdTaken,
  MailNotSent,
  NoPasswordYet,
} from '../../../core/domain/errors.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const identity = cognitoIdentity({
  USER_POOL_ID: 'us-east-1_pool',
  CONSOLE_CLIENT_ID: 'console',
  HOME_REGION: 'us-east-1',
});
const named = (name: string) => Object.assign(new Error(`Cognito quotes ana@example.com: ${name}`), { name });
const user = { userId: 'usr_1', email: 'ana@example.com', language: 'es', firstName: 'Ana' };
const invitation = { userId: 'usr_1', temporaryPassword: 'Aa1-aaaaaaaaaaaaaaaa', accountName: 'Acme' };

beforeEach(() => {
  cognito.reset();
});

describe('creating a sign-in', () => {
  it('A-1 tells nobody, and counts the email as verified', async () => {
    cognito.on(AdminCreateUserCommand).resolves({});
    await identity.createUser(user);
    const { input } = cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0] ?? {};
    expect(input).toEqual({
      UserPoolId: 'us-east-1_pool',
      Username: 'usr_1',
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: 'ana@example.com' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'locale', Value: 'es' },
        { Name: 'given_name', Value: 'Ana' },
      ],
    });
  });

  it('brings the attributes up to date when it is repeated', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('UsernameExistsException'));
    cognito.on(AdminUpdateUserAttributesCommand).resolves({});
    await identity.createUser(user);
    const { input } = cognito.commandCalls(AdminUpdateUserAttributesCommand)[0]?.args[0] ?? {};
    expect(input?.UserAttributes).toContainEqual({ Name: 'email', Value: 'ana@example.com' });
  });

  it.each(['UserNotFoundException', 'AliasExistsException'])(
    'is refused when the email belongs to someone else: %s',
    async (name) => {
      cognito.on(AdminCreateUserCommand).rejects(named('UsernameExistsException'));
      cognito.on(AdminUpdateUserAttributesCommand).rejects(named(name));
      await expect(identity.createUser(user)).rejects.toThrow(IdentityRefused);
    },
  );

  it('is refused when Cognito will not have the address, in words without it', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('InvalidParameterException'));
    const refusal = await identity.createUser(user).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(IdentityRefused);
    expect(String(refusal)).not.toContain('ana@');
  });

  it('leaves what may pass to the retry', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('TooManyRequestsException'));
    const error = await identity.createUser(user).catch((thrown: unknown) => thrown);
    expect(isRetryable(error)).toBe(true);
  });
});

describe('bringing a sign-in up to date', () => {
  const attributesSent = () =>
    cognito
      .commandCalls(AdminUpdateUserAttributesCommand)
      .map(({ args }) => args[0].input.UserAttributes?.map(({ Name }) => Name));
  const ATTRIBUTES = ['email', 'email_verified', 'locale', 'given_name'];

  it('C-49 tells all of it at once, the login ID only of who has accepted', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).resolves({});
    await identity.updateUser(user);
    await identity.updateUser({ ...user, loginId: 'ana' });
    expect(attributesSent()).toEqual([ATTRIBUTES, [...ATTRIBUTES, 'preferred_username']]);
  });

  it('C-49 leaves out the login ID that a sign-in made anew does not take yet', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).rejectsOnce(named('InvalidParameterException')).resolves({});
    await identity.updateUser({ ...user, loginId: 'ana' });
    expect(attributesSent()).toEqual([[...ATTRIBUTES, 'preferred_username'], ATTRIBUTES]);
  });

  it('is refused when Cognito will not have the address, with or without a login ID', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).rejects(named('InvalidParameterException'));
    await expect(identity.updateUser(user)).rejects.toThrow(IdentityRefused);
    await expect(identity.updateUser({ ...user, loginId: 'ana' })).rejects.toThrow(IdentityRefused);
  });

  it('waits for whoever had the email or login ID before, and does nothing where there is no sign-in', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).rejects(named('AliasExistsException'));
    await expect(identity.updateUser(user)).rejects.toThrow(Busy);
    cognito.on(AdminUpdateUserAttributesCommand).rejects(named('UserNotFoundException'));
    await expect(identity.updateUser(user)).resolves.toBeUndefined();
    cognito.on(AdminUpdateUserAttributesCommand).rejects(named('TooManyRequestsException'));
    await expect(identity.updateUser(user)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });
});

describe('inviting', () => {
  it('A-11 sends the message again, with the temporary password and the account’s name', async () => {
    cognito.on(AdminCreateUserCommand).resolves({});
    await identity.invite(invitation);
    expect(cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0].input).toMatchObject({
      Username: 'usr_1',
      MessageAction: 'RESEND',
      TemporaryPassword: invitation.temporaryPassword,
      DesiredDeliveryMediums: ['EMAIL'],
      ClientMetadata: { accountName: 'Acme' },
    });
  });

  it('does nothing for a user who has used an earlier invitation', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('UnsupportedUserStateException'));
    await expect(identity.invite(invitation)).resolves.toBeUndefined();
  });

  it.each(['CodeDeliveryFailureException', 'InvalidEmailRoleAccessPolicyException'])(
    'blames the mail service, not the user, for %s',
    async (name) => {
      cognito.on(AdminCreateUserCommand).rejects(named(name));
      await expect(identity.invite(invitation)).rejects.toThrow(MailNotSent);
    },
  );

  it('is worth another try when the trigger that writes the mail does not answer', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('UnexpectedLambdaException'));
    await expect(identity.invite(invitation)).rejects.toThrow(Busy);
  });

  it('hides no other error', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('UserNotFoundException'));
    await expect(identity.invite(invitation)).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });
});

describe('how a sign-in stands', () => {
  it.each([
    ['FORCE_CHANGE_PASSWORD', true, 'invited'],
    ['CONFIRMED', true, 'confirmed'],
    ['RESET_REQUIRED', true, 'reset-required'],
    ['CONFIRMED', false, 'disabled'],
    ['FORCE_CHANGE_PASSWORD', false, 'disabled'],
  ] as const)('X-2 %s, enabled: %s, is told as %s', async (UserStatus, Enabled, state) => {
    cognito.on(AdminGetUserCommand).resolves({ Username: 'usr_1', UserStatus, Enabled });
    expect(await identity.find('usr_1')).toBe(state);
    expect(cognito.commandCalls(AdminGetUserCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'us-east-1_pool',
      Username: 'usr_1',
    });
  });

  it('is missing where there is none, and no other error is hidden', async () => {
    cognito.on(AdminGetUserCommand).rejects(named('UserNotFoundException'));
    expect(await identity.find('usr_1')).toBe('missing');
    cognito.on(AdminGetUserCommand).rejects(named('TooManyRequestsException'));
    await expect(identity.find('usr_1')).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });

  it('is not guessed from a status that nobody of ours can have', async () => {
    cognito
      .on(AdminGetUserCommand)
      .resolves({ Username: 'usr_1', UserStatus: 'EXTERNAL_PROVIDER', Enabled: true });
    await expect(identity.find('usr_1')).rejects.toThrow('EXTERNAL_PROVIDER');
  });
});

describe('resetting a password', () => {
  it('has Cognito mail the user, and locks nobody out until they use it', async () => {
    cognito.on(ForgotPasswordCommand).resolves({});
    await identity.resetPassword('usr_1');
    expect(cognito.calls().map(({ args }) => args[0].input)).toEqual([
      { ClientId: 'console', Username: 'usr_1' },
    ]);
  });

  it.each([
    ['NotAuthorizedException', NoPasswordYet],
    ['InvalidParameterException', IdentityRefused],
    ['CodeDeliveryFailureException', MailNotSent],
    ['UnexpectedLambdaException', Busy],
    ['LimitExceededException', Busy],
    ['TooManyRequestsException', Busy],
  ])('says what is the matter for %s', async (name, error) => {
    cognito.on(ForgotPasswordCommand).rejects(named(name));
    await expect(identity.resetPassword('usr_1')).rejects.toThrow(error);
  });

  it('hides no other error', async () => {
    cognito.on(ForgotPasswordCommand).rejects(named('ResourceNotFoundException'));
    await expect(identity.resetPassword('usr_1')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('signing out', () => {
  it('ends every session of the user', async () => {
    cognito.on(AdminUserGlobalSignOutCommand).resolves({});
    await identity.signOut('usr_1');
    expect(cognito.commandCalls(AdminUserGlobalSignOutCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'us-east-1_pool',
      Username: 'usr_1',
    });
  });

  it('is content when the user is gone, and hides no other error', async () => {
    cognito.on(AdminUserGlobalSignOutCommand).rejects(named('UserNotFoundException'));
    await expect(identity.signOut('usr_1')).resolves.toBeUndefined();
    cognito.on(AdminUserGlobalSignOutCommand).rejects(named('NotAuthorizedException'));
    await expect(identity.signOut('usr_1')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });
});

describe('login ID and removal', () => {
  it('C-49 refuses a login ID that somebody else signs in with', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).rejects(named('AliasExistsException'));
    await expect(identity.setLoginId('usr_1', 'ana')).rejects.toThrow(LoginIdTaken);
    cognito.on(AdminUpdateUserAttributesCommand).rejects(named('InternalErrorException'));
    await expect(identity.setLoginId('usr_1', 'ana')).rejects.toMatchObject({
      name: 'InternalErrorException',
    });
  });

  it('makes the login ID the preferred user name', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).resolves({});
    await identity.setLoginId('usr_1', 'ana');
    expect(cognito.commandCalls(AdminUpdateUserAttributesCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'us-east-1_pool',
      Username: 'usr_1',
      UserAttributes: [{ Name: 'preferred_username', Value: 'ana' }],
    });
  });

  it('removes nobody twice', async () => {
    cognito.on(AdminDeleteUserCommand).rejects(named('UserNotFoundException'));
    await expect(identity.removeUser('usr_1')).resolves.toBeUndefined();
    cognito.on(AdminDeleteUserCommand).rejects(named('NotAuthorizedException'));
    await expect(identity.removeUser('usr_1')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });
});
