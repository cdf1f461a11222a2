import { expect, it } from 'vitest';
import { startCognito } from '../../../local/cognito/server.ts';
import { localPool } from './local-pool.ts';
import { POOL_ID, poolProperties } from './pool-properties.ts';

const SERVICE = 'AWSCognitoIdentityProviderService';

const post = (url: string, operation: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${SERVICE}.${operation}`,
      ...headers,
    },
    body,
  });

/** The body as a record: every answer here is an object. */
const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>;

const target = JSON.stringify({ UserPoolId: POOL_ID, Username: 'usr_nobody' });

it('an error has the status, body and header AWS gives it', async () => {
  const { url } = await localPool();
  const response = await post(url, 'AdminGetUser', target, {
    authorization: 'AWS4-HMAC-SHA256 …'.slice(0, 16),
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('x-amzn-errortype')).toBe('UserNotFoundException:');
  expect(response.headers.get('x-amzn-requestid')).toBeTruthy();
  expect(await response.json()).toEqual({ __type: 'UserNotFoundException', message: 'User does not exist.' });
});

const administrators = [
  'AdminCreateUser',
  'AdminGetUser',
  'AdminDeleteUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminInitiateAuth',
  'AdminResetUserPassword',
  'AdminRespondToAuthChallenge',
  'AdminSetUserMFAPreference',
  'AdminSetUserPassword',
  'AdminUpdateUserAttributes',
  'AdminUserGlobalSignOut',
  'ListUsers',
];

it('an administrator’s operation without a signature is refused', async () => {
  const { url } = await localPool();
  for (const operation of administrators) {
    const response = await post(url, operation, target);
    expect([operation, await bodyOf(response)]).toMatchObject([
      operation,
      { __type: 'MissingAuthenticationTokenException' },
    ]);
  }
});

it('an operation it does not know is UnknownOperationException', async () => {
  const { url } = await localPool();
  for (const operation of ['CreateGroup', 'constructor', '']) {
    const response = await post(url, operation, '{}');
    expect([response.status, (await bodyOf(response)).__type]).toEqual([400, 'UnknownOperationException']);
  }
});

it('SignUp is not permitted where administrators alone add users', async () => {
  const { url } = await localPool();
  const response = await post(url, 'SignUp', '{}');
  expect(await response.json()).toEqual({
    __type: 'NotAuthorizedException',
    message: 'SignUp is not permitted for this user pool',
  });
});

it('a body that is not JSON is SerializationException, and wrong fields are named', async () => {
  const { url } = await localPool();
  expect(await (await post(url, 'GetUser', 'nonsense')).json()).toMatchObject({
    __type: 'SerializationException',
  });
  const authorization = 'AWS4-HMAC-SHA256';
  const invalid = JSON.stringify({ UserPoolId: POOL_ID, UserAttributes: [{ Name: '' }] });
  const { __type, message } = await bodyOf(
    await post(url, 'AdminUpdateUserAttributes', invalid, { authorization }),
  );
  expect(__type).toBe('InvalidParameterException');
  expect(message).toMatch(/^2 validation errors detected: /);
  expect(message).toContain("Value at 'username' failed to satisfy constraint: Member must not be null");
  expect(message).toContain("Value at 'userAttributes.1.member.name'");
});

it('a browser on another origin may call it and read what went wrong', async () => {
  const { url } = await localPool();
  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://localhost:5173',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-amz-target,x-amz-user-agent,cache-control',
    },
  });
  expect(preflight.ok).toBe(true);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-amz-target');

  const response = await post(url, 'GetUser', '{"AccessToken":"nonsense"}', {
    origin: 'http://localhost:5173',
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-expose-headers')?.toLowerCase()).toContain('x-amzn-errortype');
});

it('the discovery document leads to the keys', async () => {
  const { url } = await localPool();
  const discovery = await bodyOf(await fetch(`${url}/${POOL_ID}/.well-known/openid-configuration`));
  expect(discovery.issuer).toBe(`https://cognito-idp.us-east-1.amazonaws.com/${POOL_ID}`);
  const { keys } = await bodyOf(await fetch(String(discovery.jwks_uri)));
  const text = expect.any(String);
  // Nothing else: the private half has more members.
  expect(keys).toEqual([{ kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', kid: text, n: text }]);
});

it.each([
  ['pool', { ...poolProperties, MfaConfiguration: 'ON' }, /MfaConfiguration/],
  [
    'pool',
    { ...poolProperties, AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } },
    /AllowAdminCreateUserOnly/,
  ],
  ['pool', { ...poolProperties, UsernameAttributes: ['email'] }, /UsernameAttributes/],
  ['pool', { ...poolProperties, LambdaConfig: { PreSignUp: 'arn' } }, /PreSignUp/],
  ['client', { GenerateSecret: true }, /secret/],
  ['client', { RefreshTokenRotation: { Feature: 'ENABLED' } }, /rotation/],
])('a %s that asks for what is not emulated is refused at start: %#', async (thing, properties, message) => {
  const starting = startCognito({
    port: 0,
    databasePath: ':memory:',
    region: 'us-east-1',
    poolId: POOL_ID,
    pool: thing === 'pool' ? properties : poolProperties,
    clients: thing === 'client' ? [{ clientId: 'client1', properties }] : [],
    invoke: async (_arn, event) => event,
    sendMail: async () => undefined,
  });
  await expect(starting).rejects.toThrow(message);
});
