import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../local/sign-in.ts';
import { callerOf, type Office, openOffice, shortRequest } from './office.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();
let office: Office;
let onboardings: string;
beforeAll(async () => {
  office = await openOffice(cloud());
  onboardings = `/accounts/${office.accountId}/onboardings`;
});

const isProblem = (
  { status, headers, body }: Awaited<ReturnType<Office['call']>>,
  expected: number,
  code: string,
) => {
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect([status, body.status, body.type]).toEqual([expected, expected, `urn:rollcall:problem:${code}`]);
};

describe('bad requests', () => {
  it('X-11 reports every fault at once, each with a JSON pointer', async () => {
    const answer = await office.call('POST', onboardings, {
      profile: { email: 'nobody', loginId: 'a b', firstName: '', phone: '123', location: 'mars', 'a/b~c': 1 },
      licenses: { kinds: ['dialer', 'dialer', 'gold'] },
      permissions: { role: 'king', grants: ['fly'] },
      messaging: { massEmail: { enabled: false, dailyLimit: 5 } },
      dialing: { firstDailyAttempts: -1, callRecording: { inboundPercent: 101, outboundPercent: 1.5 } },
      access: { allowedNetworks: ['10.0.0.1', '2001:db8::/200'] },
      work: { queues: ['a', 'a'] },
      surplus: true,
    });
    isProblem(answer, 400, 'invalid-request');
    const pointers = answer.body.errors.map((fault: { pointer: string }) => fault.pointer);
    expect(pointers.toSorted()).toEqual(
      [
        '/access/allowedNetworks/0',
        '/access/allowedNetworks/1',
        '/dialing/callRecording/inboundPercent',
        '/dialing/callRecording/outboundPercent',
        '/dialing/firstDailyAttempts',
        '/licenses/kinds/2',
        '/messaging/massEmail/dailyLimit',
        '/permissions/grants/0',
        '/permissions/role',
        '/profile/a~1b~0c',
        '/profile/email',
        '/profile/firstName',
        '/profile/lastName',
        '/profile/location',
        '/profile/loginId',
        '/profile/phone',
        '/surplus',
        '/work/queues/1',
      ].toSorted(),
    );
    for (const { detail } of answer.body.errors) expect(detail).toMatch(/^[a-z]/);
  });

  it.each([
    ['malformed JSON', '{"profile":', 400, 'malformed-json'],
    ['text that is no JSON', 'hello', 400, 'malformed-json'],
    ['a list', '[]', 400, 'invalid-request'],
    ['null', 'null', 400, 'invalid-request'],
    ['a number', '1e999', 400, 'invalid-request'],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400, 'invalid-request'],
    ['an own __proto__', '{"__proto__":{"profile":1}}', 400, 'invalid-request'],
    ['nothing', '', 400, 'invalid-request'],
    ['more than 256 KB', JSON.stringify({ surplus: 'x'.repeat(262_144) }), 413, 'body-too-large'],
    [
      'more than 256 KB in characters of several bytes',
      JSON.stringify({ a: 'é'.repeat(131_072) }),
      413,
      'body-too-large',
    ],
  ])('X-11 answers %s with the right problem', async (_, body, status, code) => {
    isProblem(await office.call('POST', onboardings, body), status, code);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'X-11 refuses the content type %s',
    async (contentType) => {
      const answer = await office.call('POST', onboardings, '{}', { 'content-type': contentType });
      isProblem(answer, 415, 'unsupported-media-type');
    },
  );

  it('X-11 answers a wrong method with 405 and what is allowed, and an unknown route with 404', async () => {
    const wrong = await office.call('DELETE', onboardings);
    isProblem(wrong, 405, 'method-not-allowed');
    expect(wrong.headers.get('allow')).toBe('POST, GET');
    isProblem(await office.call('GET', '/nothing-here'), 404, 'not-found');
    isProblem(await office.call('GET', `/accounts/${office.accountId}/members/usr_%00`), 404, 'not-found');
    isProblem(await office.call('GET', '/accounts/acc_x'), 404, 'not-found');
  });

  it.each([
    ['limit=0', '/query/limit'],
    ['limit=many', '/query/limit'],
    ['limit=101', '/query/limit'],
    ['status=lost', '/query/status'],
    ['cursor=abc', '/query/cursor'],
    ['page=2', '/query/page'],
  ])('X-11 refuses the query %s', async (query, pointer) => {
    const answer = await office.call('GET', `${onboardings}?${query}`);
    isProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('X-11 refuses a key that is no key', async () => {
    const answer = await office.call('POST', onboardings, shortRequest(), { 'idempotency-key': 'a b' });
    isProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/headers/idempotency-key' }]);
  });

  it('lets nobody in without a token, with a broken one, or with an id token', async () => {
    const path = `/accounts/${office.accountId}`;
    expect((await callerOf(cloud())('GET', path)).status).toBe(401);
    expect((await callerOf(cloud(), `${office.administrator.accessToken}x`)('GET', path)).status).toBe(401);
    const { email: username, password } = office.administrator;
    const { accessToken, idToken } = await signIn(cloud(), { username, password });
    expect((await callerOf(cloud(), accessToken)('GET', path)).status).toBe(200);
    // It is valid, but has not the scope that only access tokens have.
    expect((await callerOf(cloud(), idToken)('GET', path)).status).toBe(403);
  });

  it('X-11 serves the contract as OpenAPI 3.1 and as a page to read, to everybody', async () => {
    const document = await callerOf(cloud())('GET', '/openapi.json');
    expect(document).toMatchObject({ status: 200, body: { openapi: '3.1.1' } });
    const page = await callerOf(cloud())('GET', '/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Onboard a user');
  });
});
