import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { callerOf, type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { conditionally, ELSEWHERE, expectRefused, HERE, openRootTo, postOf, welcome } from './people.ts';

const cloud = useSharedCloud();
let office: Office;
let path: string;
beforeAll(async () => {
  office = await openOffice(cloud());
  path = `/accounts/${office.accountId}/api-users`;
});

const fields = (more: Record<string, unknown> = {}) => ({
  name: `Importer ${unique()}`,
  endpoints: ['listMembers', 'readMember'],
  allowedNetworks: HERE,
  ...more,
});

const make = async (more: Record<string, unknown> = {}) => {
  const { status, body } = await office.call('POST', path, fields(more));
  expect(status).toBe(201);
  return { apiUserId: body.apiUserId, secret: body.secret, path: `${path}/${body.apiUserId}` };
};

const signIn = (user: { apiUserId: string; secret: string }) =>
  callerOf(cloud())('POST', '/token', { apiUserId: user.apiUserId, secret: user.secret });

/** The API as the program calls it, with a token of its own. */
const programOf = async (user: { apiUserId: string; secret: string }) => {
  const { status, body } = await signIn(user);
  expect(status).toBe(200);
  return callerOf(cloud(), body.accessToken);
};

describe('what an API user is', () => {
  it('E-11 E-20 calls the endpoints granted, and no other', async () => {
    const user = await make();
    const { status, body } = await signIn(user);
    expect([status, body]).toEqual([
      200,
      { accessToken: expect.any(String), tokenType: 'Bearer', expiresInSeconds: 900 },
    ]);
    const call = callerOf(cloud(), body.accessToken);
    const list = await call('GET', `/accounts/${office.accountId}/members`);
    expect(list.body.items).toMatchObject([{ userId: office.administrator.userId }]);
    expectRefused(await call('GET', `/accounts/${office.accountId}`), 'endpoint-not-granted');
    expectRefused(await call('POST', path, fields()), 'endpoint-not-granted');
  });

  it('E-11 is refused on the routes of persons', async () => {
    const call = await programOf(await make());
    for (const [method, route] of [
      ['GET', '/me'],
      ['POST', '/me/acceptance'],
      ['POST', '/me/sign-out'],
      ['POST', `/me/offers/${office.accountId}/accept`],
      ['POST', `/me/offers/${office.accountId}/decline`],
    ] as const) {
      expectRefused(await call(method, route), 'endpoint-not-granted');
    }
  });

  it('E-20 is granted endpoints of the catalogue, at least one, and none that persons alone have', async () => {
    const { body } = await office.call('GET', '/catalogue');
    const keys = body.endpoints.map(({ endpoint }: { endpoint: string }) => endpoint);
    const whole = await office.call('POST', path, fields({ endpoints: keys }));
    expect([whole.status, whole.body.endpoints]).toEqual([201, keys]);
    for (const endpoints of [[], ['readMe'], ['issueToken'], ['everything']]) {
      expectRefused(await office.call('POST', path, fields({ endpoints })), 'invalid-request');
    }
  });

  it('E-12 must have its source addresses on the allow list, IPv4 or IPv6', async () => {
    const { allowedNetworks: _, ...without } = fields();
    for (const request of [
      without,
      fields({ allowedNetworks: [] }),
      fields({ allowedNetworks: ['the office'] }),
      fields({ allowedNetworks: ['10.0.0.1/99'] }),
    ]) {
      const answer = await office.call('POST', path, request);
      expectRefused(answer, 'invalid-request');
      expect(answer.body.errors[0].pointer).toMatch(/^\/allowedNetworks/);
    }
    const both = await office.call('POST', path, fields({ allowedNetworks: ELSEWHERE }));
    expect([both.status, both.body.allowedNetworks]).toEqual([201, ELSEWHERE]);
  });

  it('E-12 gets no token at another address', async () => {
    expectRefused(await signIn(await make({ allowedNetworks: ELSEWHERE })), 'address-not-allowed');
  });

  it('E-12 is refused on every call when its networks become others, whatever its token says', async () => {
    const user = await make({ endpoints: ['listMembers', 'readMember', 'listFolders'] });
    const call = await programOf(user);
    const calls = () =>
      Promise.all(
        ['members', `members/${office.administrator.userId}`, 'folders'].map((at) =>
          call('GET', `/accounts/${office.accountId}/${at}`),
        ),
      );
    expect((await calls()).map(({ status }) => status)).toEqual([200, 200, 200]);
    await conditionally(office.call, 'PUT', user.path, fields({ allowedNetworks: ELSEWHERE }));
    for (const answer of await calls()) expectRefused(answer, 'address-not-allowed');
  });

  it('E-11 belongs to one account: any other answers it 404', async () => {
    const other = await openOffice(cloud());
    const call = await programOf(await make());
    expectRefused(await call('GET', `/accounts/${other.accountId}/members`), 'not-found');
  });

  it('E-21 is granted other endpoints at any time, from its next call on', async () => {
    const user = await make();
    const call = await programOf(user);
    const members = `/accounts/${office.accountId}/members`;
    expect((await call('GET', members)).status).toBe(200);
    const request = fields({ endpoints: ['listFolders'] });
    expectRefused(await office.call('PUT', user.path, request), 'if-match-required');
    const changed = await conditionally(office.call, 'PUT', user.path, request);
    expect(changed).toMatchObject({ status: 200, body: { endpoints: ['listFolders'] } });
    const stale = await office.call('PUT', user.path, fields(), { 'if-match': '"1"' });
    expectRefused(stale, 'changed-meanwhile');
    expectRefused(await call('GET', members), 'endpoint-not-granted');
    expect((await call('GET', `/accounts/${office.accountId}/folders`)).status).toBe(200);
  });
});

describe('its secret', () => {
  it('E-11 is shown once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const request = fields();
    const { status, headers: answered, body } = await office.call('POST', path, request, headers);
    expect([status, answered.get('location')]).toEqual([201, `/v1${path}/${body.apiUserId}`]);
    expect(body.secret).toMatch(/^.{40,}$/);
    expectRefused(await office.call('POST', path, request, headers), 'secret-shown-before');
    expectRefused(await office.call('POST', path, fields(), headers), 'idempotency-key-reused');
    const read = await office.call('GET', `${path}/${body.apiUserId}`);
    expect(read.body).toMatchObject({ name: request.name, createdBy: office.administrator.userId });
    const list = await office.call('GET', `${path}?limit=100`);
    expect(list.body.items).toContainEqual(read.body);
    expect(JSON.stringify([list.body, read.body])).not.toContain(body.secret);
  });

  it('E-11 is refused when it is wrong, in the same words as an id that is nobody’s', async () => {
    const user = await make();
    const wrong = await signIn({ ...user, secret: `${user.secret}x` });
    expectRefused(wrong, 'bad-credentials');
    const nobody = await signIn({ ...user, apiUserId: newId('apiUser') });
    expect({ ...nobody.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
    expect((await signIn(user)).status).toBe(200);
  });

  it('E-11 is rotated: the former one and its tokens stop working at once', async () => {
    const user = await make();
    const call = await programOf(user);
    const headers = { 'idempotency-key': randomUUID() };
    const { status, body } = await office.call('POST', `${user.path}/secret`, undefined, headers);
    expect([status, body.apiUserId]).toEqual([200, user.apiUserId]);
    expectRefused(await call('GET', `/accounts/${office.accountId}/members`), 'signed-out');
    expectRefused(await signIn(user), 'bad-credentials');
    const again = await office.call('POST', `${user.path}/secret`, undefined, headers);
    expectRefused(again, 'secret-shown-before');
    const renewed = await programOf(body);
    expect((await renewed('GET', `/accounts/${office.accountId}/members`)).status).toBe(200);
  });

  it('E-21 is revoked: nothing works from the next call on', async () => {
    const user = await make();
    const call = await programOf(user);
    expect((await office.call('DELETE', user.path)).status).toBe(204);
    expectRefused(await call('GET', `/accounts/${office.accountId}/members`), 'not-found');
    expectRefused(await signIn(user), 'bad-credentials');
    expectRefused(await office.call('GET', user.path), 'not-found');
    expectRefused(await office.call('DELETE', user.path), 'not-found');
  });
});

describe('X-4', () => {
  it('X-4 nobody makes, changes, rotates or revokes an API user that may do more than they', async () => {
    const lead = await welcome(cloud(), office, {
      permissions: { role: 'manager', grants: ['manage-api-users'], dataViewLevel: 'account' },
    });
    const own = await lead.call('POST', path, fields());
    expect(own.status).toBe(201);
    const at = `${path}/${own.body.apiUserId}`;
    for (const more of [
      { endpoints: ['createRole'] },
      { grants: ['export-leads'] },
      { pages: ['products'] },
    ]) {
      expectRefused(await lead.call('POST', path, fields(more)), 'more-than-held');
      expectRefused(await conditionally(lead.call, 'PUT', at, fields(more)), 'more-than-held');
      const higher = await make(more);
      expectRefused(await conditionally(lead.call, 'PUT', higher.path, fields()), 'more-than-held');
      expectRefused(await lead.call('POST', `${higher.path}/secret`), 'more-than-held');
      expectRefused(await lead.call('DELETE', higher.path), 'more-than-held');
    }
    expect((await lead.call('DELETE', at)).status).toBe(204);
  });

  it('X-4 nobody who reaches only a part of the account makes an API user, which reaches all of it', async () => {
    const lead = await welcome(cloud(), office, {
      permissions: { role: 'manager', grants: ['manage-api-users'], dataViewLevel: 'folder' },
    });
    expectRefused(await lead.call('POST', path, fields()), 'more-than-held');
  });

  it('X-4 an API user gives only what it holds, and only in folders that let it', async () => {
    const user = await make({
      endpoints: ['startOnboarding'],
      grants: ['use-sip', 'use-folder-tools'],
      pages: ['call-log', 'callback-calendar', 'messages'],
    });
    const call = await programOf(user);
    const onboardings = `/accounts/${office.accountId}/onboardings`;
    const agent = { role: 'call-agent' };
    expectRefused(await call('POST', onboardings, postOf({ permissions: agent })), 'not-in-folder');
    await openRootTo(office, user.apiUserId);
    const started = await call('POST', onboardings, postOf({ permissions: agent }));
    expect(started.status).toBe(202);
    for (const permissions of [
      { ...agent, grants: ['export-leads'] },
      { ...agent, grants: ['create-user'] },
      { ...agent, pages: ['products'] },
      { ...agent, sitePermissionLevel: 'manager' },
      { ...agent, dataViewLevel: 'agency' },
      { role: 'administrator' },
    ]) {
      expectRefused(await call('POST', onboardings, postOf({ permissions })), 'more-than-held');
    }
    await expect(office.follow(started.body.runId)).resolves.toMatchObject({ outcome: 'active' });
  });
});
