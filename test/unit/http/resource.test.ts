import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Route } from '../../../core/contract/route.ts';
import { newId } from '../../../core/domain/ids.ts';
import { publicResource } from '../../../core/http/resource.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { CONTEXT, eventOf, jsonEventOf } from './event.ts';
import { office } from './office.ts';

describe('a resource', () => {
  let at: Awaited<ReturnType<typeof office>>;
  beforeEach(async () => {
    at = await office();
  });

  const make = (json: unknown, more: Parameters<typeof eventOf>[0] = {}) =>
    jsonEventOf(json, {
      route: 'POST /v1/accounts/{accountId}/things',
      path: `/v1/accounts/${at.account}/things`,
      params: { accountId: at.account },
      userId: at.administrator.userId,
      ...more,
    });
  const readOf = (whose: MemberRef, who: MemberRef) =>
    eventOf({
      route: 'GET /v1/accounts/{accountId}/members/{userId}/thing',
      params: { accountId: whose.accountId, userId: whose.userId },
      userId: who.userId,
    });

  it('answers what its schema shows and nothing else, with where to find it', async () => {
    const { statusCode, headers, body } = await at.send(make({ name: ' Ana ' }));
    expect(statusCode).toBe(202);
    expect(body).toEqual({ name: 'Ana', at: '2026-06-01T09:00:00.000Z' });
    expect(headers).toMatchObject({
      location: '/v1/there',
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('X-10 stamps who asks, by what channel, from where, under which request', async () => {
    await at.send(make({ name: 'Ana' }, { headers: { 'idempotency-key': 'key-1' }, query: { dry: 'yes' } }));
    expect(at.calls).toMatchObject([
      {
        userId: at.administrator.userId,
        params: { accountId: at.account },
        query: { dry: 'yes' },
        stamp: {
          by: at.administrator.userId,
          channel: 'api',
          requestId: 'request-1',
          sourceAddress: '203.0.113.9',
        },
        idempotency: { actor: at.administrator.userId, key: 'key-1' },
      },
    ]);
  });

  it('X-11 reports every fault at once: of the query, the header, the body and what the schema cannot see', async () => {
    const { statusCode, headers, body } = await at.send(
      make({ name: '', planet: 'Mars' }, { query: { dry: 'maybe' }, headers: { 'idempotency-key': 'a b' } }),
    );
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:rollcall:problem:invalid-request',
      status: 400,
      instance: 'urn:rollcall:request:request-1',
    });
    expect(body.errors).toEqual([
      { pointer: '/query/dry', detail: 'must be one of yes, no' },
      { pointer: '/headers/idempotency-key', detail: 'must be 1 to 255 visible ASCII characters' },
      { pointer: '/name', detail: 'must not be empty' },
      { pointer: '/planet', detail: 'is not a field we know' },
      { pointer: '/name', detail: 'is too far' },
    ]);
    expect(at.calls).toEqual([]);
  });

  it('X-11 refuses a body where none belongs', async () => {
    const event = jsonEventOf({ a: 1 }, { route: 'GET /v1/mine', userId: at.agent.userId });
    expect((await at.send(event)).body.errors).toEqual([{ pointer: '/a', detail: 'is not a field we know' }]);
  });

  it('says what is wrong with a body that cannot be read', async () => {
    const headers = { 'content-type': 'application/json' };
    const broken = { ...make({}), body: '{' };
    expect((await at.send(broken)).body.type).toBe('urn:rollcall:problem:malformed-json');
    expect((await at.send({ ...make({}), headers: {} })).statusCode).toBe(415);
    expect((await at.send({ ...make({}), headers, body: 'x'.repeat(300_000) })).statusCode).toBe(413);
  });

  it('asks for permission before it looks at the request', async () => {
    const { statusCode, body } = await at.send(make({ bad: 1 }, { userId: at.agent.userId }));
    expect(statusCode).toBe(403);
    expect(body).toMatchObject({ type: 'urn:rollcall:problem:forbidden' });
    expect(body.errors).toBeUndefined();
  });

  it('lets a member see themselves, and others only who may search users', async () => {
    expect((await at.send(readOf(at.agent, at.agent))).statusCode).toBe(200);
    expect((await at.send(readOf(at.administrator, at.agent))).statusCode).toBe(403);
    expect((await at.send(readOf(at.agent, at.administrator))).statusCode).toBe(200);
  });

  it('answers 404 for another account, for an id that cannot be one, and for a route that is not its own', async () => {
    const elsewhere = newId('account');
    for (const account of [elsewhere, 'acc_1', 'x'.repeat(5000), '']) {
      const answer = await at.send(make({ name: 'Ana' }, { params: { accountId: account } }));
      expect(answer.statusCode).toBe(404);
    }
    expect((await at.send(eventOf({ route: 'GET /v1/other', userId: 'usr_1' }))).statusCode).toBe(404);
  });

  it('asks only who somebody is where that is enough', async () => {
    const { userId } = at.agent;
    const { body } = await at.send(eventOf({ route: 'GET /v1/mine', userId }));
    expect(body).toEqual({ name: userId });
    const stranger = await at.send(eventOf({ route: 'GET /v1/mine', userId: newId('user') }));
    expect(stranger.statusCode).toBe(404);
  });

  it('answers 500 when the gateway let somebody through without a token, and says so in the log', async () => {
    const { statusCode, body } = await at.send(eventOf({ route: 'GET /v1/mine' }));
    expect(statusCode).toBe(500);
    expect(body.detail).not.toMatch(/username/);
    expect(at.world.logged.map(({ code }) => code)).toEqual(['REQUEST_FAILED', 'REQUEST']);
  });

  it('logs one line per request: route, status and time, never who or what', async () => {
    await at.send(make({ name: 'Ana Ruiz' }));
    await at.send(make({ name: '' }));
    const lines = at.world.logged.filter(({ code }) => code === 'REQUEST').map(({ details }) => details);
    expect(lines).toMatchObject([
      { route: 'POST /v1/accounts/{accountId}/things', status: 202, requestId: 'request-1' },
      { status: 400 },
    ]);
    expect(JSON.stringify(at.world.logged)).not.toMatch(/Ana|usr_|acc_/);
  });
});

describe('a public resource', () => {
  it('is open to everybody, and answers text as it is', async () => {
    const page = {
      operationId: 'readDocs',
      method: 'GET',
      path: '/v1/page',
      summary: '',
      params: z.strictObject({}),
      query: z.strictObject({}),
      success: { status: 200, description: '', contentType: 'text/html; charset=utf-8' },
      problems: [],
    } as const satisfies Route;
    const handler = publicResource(
      { page },
      { page: () => ({ result: '<p>' }) },
      { ports: inMemory().ports },
    );
    const answer = await handler(eventOf({ route: 'GET /v1/page' }), CONTEXT);
    expect(answer).toMatchObject({
      statusCode: 200,
      body: '<p>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  });
});
