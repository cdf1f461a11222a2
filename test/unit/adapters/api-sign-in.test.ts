import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { cognitoApiSignIn } from '../../../core/adapters/cognito/api-sign-in.ts';
import { isRetryable } from '../../../core/adapters/retryable.ts';
import { BadCredentials } from '../../../core/domain/errors.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const apiSignIn = cognitoApiSignIn({
  USER_POOL_ID: 'us-east-1_pool',
  API_CLIENT_ID: 'api',
  HOME_REGION: 'us-east-1',
});
const named = (name: string) => Object.assign(new Error(`Cognito says ${name}`), { name });

beforeEach(() => {
  cognito.reset();
});

describe('E-11 the secret of an API user', () => {
  it('is a permanent password of a sign-in without an email, of which nobody is told', async () => {
    cognito.on(AdminCreateUserCommand).resolves({});
    cognito.on(AdminSetUserPasswordCommand).resolves({});
    await apiSignIn.setApiSecret('api_1', 'secret');
    expect(cognito.calls().map(({ args }) => args[0].input)).toEqual([
      { UserPoolId: 'us-east-1_pool', Username: 'api_1', MessageAction: 'SUPPRESS' },
      { UserPoolId: 'us-east-1_pool', Username: 'api_1', Password: 'secret', Permanent: true },
    ]);
  });

  it('is replaced where there is a sign-in already', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('UsernameExistsException'));
    cognito.on(AdminSetUserPasswordCommand).resolves({});
    await apiSignIn.setApiSecret('api_1', 'secret');
    expect(cognito.commandCalls(AdminSetUserPasswordCommand)).toHaveLength(1);
  });

  it('is not set when no sign-in can be made', async () => {
    cognito.on(AdminCreateUserCommand).rejects(named('LimitExceededException'));
    await expect(apiSignIn.setApiSecret('api_1', 'secret')).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
    expect(cognito.commandCalls(AdminSetUserPasswordCommand)).toEqual([]);
  });
});

describe('E-11 the token of an API user', () => {
  it('comes from the client that API users sign in by', async () => {
    cognito
      .on(AdminInitiateAuthCommand)
      .resolves({ AuthenticationResult: { AccessToken: 'token', IdToken: 'id', ExpiresIn: 900 } });
    expect(await apiSignIn.issueToken('api_1', 'secret')).toEqual({
      accessToken: 'token',
      expiresInSeconds: 900,
    });
    expect(cognito.commandCalls(AdminInitiateAuthCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'us-east-1_pool',
      ClientId: 'api',
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'api_1', PASSWORD: 'secret' },
    });
  });

  it.each(['NotAuthorizedException', 'UserNotFoundException', 'PasswordResetRequiredException'])(
    'is refused in the same words, whatever is wrong: %s',
    async (name) => {
      cognito.on(AdminInitiateAuthCommand).rejects(named(name));
      await expect(apiSignIn.issueToken('api_1', 'secret')).rejects.toEqual(new BadCredentials());
    },
  );

  it('is refused when Cognito asks for more than the secret', async () => {
    cognito.on(AdminInitiateAuthCommand).resolves({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's' });
    await expect(apiSignIn.issueToken('api_1', 'secret')).rejects.toThrow(BadCredentials);
  });

  it('is worth another try after too many requests, and hides no other error', async () => {
    cognito.on(AdminInitiateAuthCommand).rejectsOnce(named('TooManyRequestsException'));
    const error = await apiSignIn.issueToken('api_1', 'secret').catch((thrown: unknown) => thrown);
    expect(isRetryable(error)).toBe(true);
    cognito.on(AdminInitiateAuthCommand).rejects(named('InvalidParameterException'));
    await expect(apiSignIn.issueToken('api_1', 'secret')).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
