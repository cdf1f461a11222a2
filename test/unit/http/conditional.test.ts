import { beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../../core/contract/resources/roles.ts';
import { readIfMatch, toETag } from '../../../core/http/etag.ts';
import { eventOf, jsonEventOf } from './event.ts';
import { office } from './office.ts';

const { change: conditional, create: free } = roles;
const ifMatch = (value: string) => eventOf({ headers: { 'if-match': value } });

describe('X-11 an If-Match header', () => {
  it.each([
    ['"0"', 0],
    ['"3"', 3],
    ['W/"3"', 3],
    ['"999999999999999"', 999_999_999_999_999],
  ])('%s says what a change is based on', (value, version) => {
    expect(readIfMatch(conditional, ifMatch(value))).toEqual({ version, faults: [] });
  });

  it.each([
    '3',
    '""',
    '"x"',
    '*',
    '"1", "2"',
    '"-1"',
    '"1.5"',
    '"1e3"',
    'w/"3"',
    ' "3"',
    '"9999999999999999"',
  ])('%s is no ETag of ours', (value) => {
    expect(readIfMatch(conditional, ifMatch(value))).toEqual({
      version: 0,
      faults: [{ pointer: '/headers/if-match', detail: 'must be an ETag of ours, such as "3"' }],
    });
  });

  it('must be there on a change of what has an ETag, and is not asked for elsewhere', () => {
    expect(() => readIfMatch(conditional, eventOf())).toThrow(
      expect.objectContaining({ code: 'if-match-required' }),
    );
    expect(readIfMatch(free, eventOf())).toEqual({ version: 0, faults: [] });
    expect(readIfMatch(free, ifMatch('nonsense'))).toEqual({ version: 0, faults: [] });
  });

  it('takes back the ETag that was given', () => {
    for (const version of [0, 1, 42])
      expect(readIfMatch(conditional, ifMatch(toETag(version))).version).toBe(version);
  });
});

describe('X-11 a conditional resource', () => {
  let at: Awaited<ReturnType<typeof office>>;
  beforeEach(async () => {
    at = await office();
  });
  const change = (json: unknown, headers: Record<string, string> = {}, userId = at.administrator.userId) =>
    at.send(
      jsonEventOf(json, {
        route: 'PATCH /v1/accounts/{accountId}/members/{userId}/thing',
        params: { accountId: at.account, userId: at.agent.userId },
        userId,
        headers,
      }),
    );

  it('passes on what the change is based on, and answers with the ETag of what is now', async () => {
    const { statusCode, headers } = await change({ name: 'Ana' }, { 'if-match': 'W/"7"' });
    expect([statusCode, headers.etag]).toEqual([200, '"8"']);
    expect(at.calls).toMatchObject([{ ifMatch: 7 }]);
  });

  it('answers 428 without one, whatever else is wrong', async () => {
    const { statusCode, body } = await change({ bad: 1 });
    expect(statusCode).toBe(428);
    expect(body).toMatchObject({ type: 'urn:rollcall:problem:if-match-required', status: 428 });
    expect(at.calls).toEqual([]);
  });

  it('reports one that is no ETag with all other faults', async () => {
    const { statusCode, body } = await change({ name: 'Ana', bad: 1 }, { 'if-match': '*' });
    expect(statusCode).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/headers/if-match',
      '/bad',
    ]);
  });

  it('asks for permission first', async () => {
    expect((await change({}, {}, at.agent.userId)).statusCode).toBe(403);
  });

  it('has no ETag where there is nothing to change', async () => {
    const read = { route: 'GET /v1/mine', userId: at.agent.userId };
    expect((await at.send(eventOf(read))).headers.etag).toBeUndefined();
  });
});

describe('an answer with nothing to say', () => {
  it('is 204, with neither body nor type', async () => {
    const at = await office();
    const event = eventOf({
      route: 'DELETE /v1/accounts/{accountId}/things',
      params: { accountId: at.account },
      userId: at.administrator.userId,
    });
    const { statusCode, headers, body } = await at.send(event);
    expect([statusCode, body]).toEqual([204, '']);
    expect(headers).toEqual({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});

/** A request of the administrator that needs a permission. */
const make = (at: Awaited<ReturnType<typeof office>>) =>
  at.send(
    jsonEventOf(
      { name: 'x' },
      {
        route: 'POST /v1/accounts/{accountId}/things',
        params: { accountId: at.account },
        userId: at.administrator.userId,
      },
    ),
  );

describe('a token', () => {
  it('of a session that was ended answers 401, on every route but those for everybody', async () => {
    const at = await office();
    const { userId } = at.administrator;
    await at.world.ports.users.signOut(userId, '2026-06-01T09:00:00.000Z', {
      at: '2026-06-01T09:00:00.000Z',
      by: userId,
      channel: 'api',
      requestId: 'req',
    });
    const mine = await at.send(eventOf({ route: 'GET /v1/mine', userId }));
    for (const answer of [mine, await make(at)]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.body).toMatchObject({
        type: 'urn:rollcall:problem:signed-out',
        title: 'You were signed out.',
      });
    }
    const signedInAtSeconds = Date.parse('2026-06-01T09:00:00.000Z') / 1000;
    const again = eventOf({ route: 'GET /v1/mine', userId, signedInAtSeconds });
    expect((await at.send(again)).statusCode).toBe(200);
  });

  it('without the time of its session is a mistake in the stack', async () => {
    const at = await office();
    const event = eventOf({ route: 'GET /v1/mine', userId: at.agent.userId });
    const authorizer = { jwt: { claims: { username: at.agent.userId } } };
    const claimless = { ...event, requestContext: { ...event.requestContext, authorizer } };
    expect((await at.send(claimless)).statusCode).toBe(500);
  });
});
