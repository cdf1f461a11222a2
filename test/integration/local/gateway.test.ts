import { once } from 'node:events';
import { request } from 'node:http';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn, type Tokens } from '../../../local/sign-in.ts';
import { clientOptions, useFixtureCloud } from './fixture/fixture.ts';

const cloud = useFixtureCloud();
const call = (path: string, init?: RequestInit) => fetch(cloud().apiUrl + path, init);
const jsonOf = async (response: Response) => JSON.parse(await response.text());
const eventOf = async (path: string, init?: RequestInit) => jsonOf(await call(path, init));
const answer = (input: unknown) =>
  call('/open/a', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ do: 'answer', input }),
  });

/** fetch tidies paths and headers up: this sends them as they are. */
const raw = async (path: string, headers: Record<string, string | string[]> = {}, method = 'GET') => {
  const sent = request(cloud().apiUrl, { path, method, headers }).end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
};
const rawEvent = async (...parameters: Parameters<typeof raw>) => JSON.parse((await raw(...parameters)).body);

describe('a route', () => {
  it.each([
    ['GET', '/open/abc', 'GET /open/{name}'],
    ['POST', '/open/abc', 'POST /open/{name}'],
    ['GET', '/open/fixed', 'GET /open/fixed'],
    ['POST', '/open/fixed', 'POST /open/{name}'],
    ['PATCH', '/rest/a/b/c', 'ANY /rest/{proxy+}'],
    ['PUT', '/open/abc', '$default'],
    ['GET', '/open/', '$default'],
    ['GET', '/open/a/b', '$default'],
    ['GET', '/', '$default'],
  ])('is chosen as API Gateway does: %s %s goes to %s', async (method, path, routeKey) => {
    expect(await eventOf(path, { method })).toMatchObject({ routeKey, requestContext: { routeKey } });
  });

  it('for GET is not one for HEAD', async () => {
    const { status, headers } = await raw('/open/abc', {}, 'HEAD');
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
    const { body } = await raw('/closed/abc', {}, 'GET');
    expect(body).toBe('{"message":"Unauthorized"}');
    expect((await raw('/closed/abc', {}, 'HEAD')).status).toBe(200);
  });
});

describe('an event', () => {
  it('has decoded parameters and path, and the query as it came', async () => {
    const event = await rawEvent('/open/a%2Fb%20c?x=1&x=2&y=%20&z');
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/open/a/b c',
      rawQueryString: 'x=1&x=2&y=%20&z',
      pathParameters: { name: 'a/b c' },
      queryStringParameters: { x: '1,2', y: ' ', z: '' },
      requestContext: {
        stage: '$default',
        http: { method: 'GET', path: '/open/a/b c', protocol: 'HTTP/1.1' },
      },
    });
  });

  it('leaves out what is not there', async () => {
    const event = await rawEvent('/');
    for (const name of ['pathParameters', 'queryStringParameters', 'cookies', 'body']) {
      expect(event).not.toHaveProperty(name);
    }
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('joins repeated headers, and keeps cookies apart', async () => {
    const event = await rawEvent('/', { 'X-Twice': ['one', 'two'], Cookie: 'a=1; b=2' });
    expect(event.headers['x-twice']).toBe('one,two');
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.cookies).toEqual(['a=1', 'b=2']);
  });

  it('takes the source address from the connection, whatever X-Forwarded-For says', async () => {
    const event = await rawEvent('/', { 'X-Forwarded-For': '203.0.113.9' });
    expect(event.requestContext.http.sourceIp).toBe('127.0.0.1');
    expect(event.headers['x-forwarded-for']).toBe('203.0.113.9, 127.0.0.1');
  });

  it.each([
    ['application/json', 'text'],
    ['application/problem+json; charset=utf-8', 'text'],
    ['text/csv', 'text'],
    ['application/x-www-form-urlencoded', 'base64'],
    ['image/png', 'base64'],
  ])('carries a body of type %s as %s', async (type, how) => {
    const event = await eventOf('/open/a', {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'grün',
    });
    expect(event.isBase64Encoded).toBe(how === 'base64');
    expect(event.body).toBe(how === 'base64' ? Buffer.from('grün').toString('base64') : 'grün');
  });
});

describe('a response', () => {
  it('has the status, headers, cookies and body of the answer', async () => {
    const response = await answer({
      statusCode: 201,
      headers: { 'X-Own': 'yes', 'content-type': 'application/problem+json', 'x-number': 3 },
      cookies: ['a=1; Secure', 'b=2'],
      body: 'gr\u00fcn',
    });
    expect([response.status, await response.text()]).toEqual([201, 'grün']);
    expect(response.headers.get('x-own')).toBe('yes');
    expect(response.headers.get('x-number')).toBe('3');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Secure', 'b=2']);
    expect(response.headers.get('apigw-requestid')).toMatch(/^[\w-]+$/);
  });

  it('is decoded when the answer says it is base64', async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const response = await answer({ statusCode: 200, isBase64Encoded: true, body: bytes.toString('base64') });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it('of a bare value is 200 and JSON', async () => {
    const response = await answer({ just: ['this'] });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await response.json()).toEqual({ just: ['this'] });
  });

  it('of 204 has no body, and one without a content type is plain text', async () => {
    const empty = await answer({ statusCode: 204 });
    expect([empty.status, empty.headers.get('content-type'), await empty.text()]).toEqual([204, null, '']);
    const plain = await answer({ statusCode: 200, body: 'x' });
    expect(plain.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  });

  it.each([
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
    ['a status that is none', { statusCode: 'fine' }],
    ['a header that cannot be sent', { statusCode: 200, headers: { a: 'b\r\nc: d' } }],
  ])('is 500 for %s', async (_, given) => {
    const response = await answer(given);
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  it('is 500 when the function throws', async () => {
    const response = await call('/open/a', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"do":"throw"}',
    });
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  it('is 413 for a body of more than 10 MB, told or not', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    const told = await call('/open/a', { method: 'POST', body });
    expect([told.status, await told.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
    const untold = await call('/open/a', { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' });
    expect(untold.status).toBe(413);
  });
});

describe('CORS', () => {
  const origin = 'https://elsewhere.example';

  it('answers a preflight itself, whatever the route', async () => {
    const preflight = { origin, 'access-control-request-method': 'GET' };
    const { status, headers } = await raw('/closed/1', preflight, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': '*',
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-max-age': '3600',
    });
  });

  it('marks answers and refusals, and only to another origin', async () => {
    for (const path of ['/open/a', '/closed/1']) {
      const { headers } = await raw(path, { origin });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-expose-headers']).toBe('etag');
      expect((await raw(path)).headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('of the functions themselves does not count', async () => {
    const response = await answer({
      statusCode: 200,
      headers: { 'access-control-allow-origin': 'https://own' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('leaves an OPTIONS that is no preflight to the routes', async () => {
    expect(await rawEvent('/open/a', { origin }, 'OPTIONS')).toMatchObject({ routeKey: '$default' });
  });
});

describe('a route with an authorizer', () => {
  let tokens: Tokens;
  const closed = (authorization?: string) =>
    call('/closed/7', authorization === undefined ? {} : { headers: { authorization } });

  beforeAll(async () => {
    const { cognitoUrl, userPoolId } = cloud();
    const client = new CognitoIdentityProviderClient(clientOptions(cognitoUrl));
    const user = { UserPoolId: userPoolId, Username: 'ann' };
    await client.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
    await client.send(
      new AdminSetUserPasswordCommand({ ...user, Password: 'Correct-Horse-7', Permanent: true }),
    );
    tokens = await signIn(cloud(), { username: 'ann', password: 'Correct-Horse-7' });
  });

  it('lets an access token in, and hands its claims on as texts', async () => {
    const response = await closed(`Bearer ${tokens.accessToken}`);
    expect(response.status).toBe(200);
    const { requestContext } = await jsonOf(response);
    const { claims, scopes } = requestContext.authorizer.jwt;
    expect(scopes).toEqual(['aws.cognito.signin.user.admin']);
    expect(claims).toMatchObject({
      username: 'ann',
      client_id: cloud().clientId,
      token_use: 'access',
      exp: expect.stringMatching(/^\d+$/),
    });
  });

  it('takes a token without the word Bearer, as API Gateway does', async () => {
    expect((await closed(tokens.accessToken)).status).toBe(200);
  });

  it('refuses without a token', async () => {
    const response = await closed();
    expect([response.status, await response.text()]).toEqual([401, '{"message":"Unauthorized"}']);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('refuses what is no token, and a token that was tampered with', async () => {
    const [header, payload, signature] = tokens.accessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, username: 'eve' })).toString('base64url');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of ['x', 'a.b.c', `${header}.${forged}.${signature}`, `${unsigned}.${payload}.`]) {
      const response = await closed(`Bearer ${token}`);
      expect([response.status, await response.text()]).toEqual([401, '{"message":"Unauthorized"}']);
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
  });

  it('refuses an ID token with 403: it has no scope', async () => {
    const response = await closed(`Bearer ${tokens.idToken}`);
    expect([response.status, await response.text()]).toEqual([403, '{"message":"Forbidden"}']);
    expect(response.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
  });
});
