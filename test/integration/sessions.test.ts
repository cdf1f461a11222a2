import { beforeAll, describe, expect, it } from 'vitest';
import { HEARTBEAT_SECONDS, SESSION_TIMEOUT_SECONDS } from '../../core/domain/session.ts';
import { expectRefused, hire, type Person, type Post, welcome } from './access/people.ts';
import { type Office, openOffice, unique } from './office.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();

/** Everybody here is a call agent who may use the desktop, unless told. */
const join = (office: Office, post: Post = {}): Promise<Person> =>
  welcome(cloud(), office, { licenses: { kinds: ['lmp', 'desktop'] }, ...post });

const begin = ({ call, path }: Person, key?: string) =>
  call('POST', `${path}/sessions`, undefined, key === undefined ? {} : { 'idempotency-key': key });

const signIn = async (person: Person): Promise<{ sessionId: string; at: string; kinds: string[] }> => {
  const { status, body } = await begin(person);
  expect([status, body.type]).toEqual([201, undefined]);
  return { sessionId: body.sessionId, at: `${person.path}/sessions/${body.sessionId}`, kinds: body.kinds };
};

const poolOf = async ({ call, accountId }: Office, kind = 'desktop') => {
  const { body } = await call('GET', `/accounts/${accountId}`);
  return body.pools.find((pool: { kind: string }) => pool.kind === kind);
};

const callsOf = (body: { remedies?: { operationId: string }[] }) =>
  (body.remedies ?? []).map(({ operationId }) => operationId);

describe('signing in', () => {
  let office: Office;
  let agent: Person;
  beforeAll(async () => {
    office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 3 } });
    agent = await join(office);
  });

  it('C-44 takes a seat as long as the session lasts, and says how to keep it alive', async () => {
    const { status, headers, body } = await begin(agent);
    expect(status).toBe(201);
    expect(body).toEqual({
      sessionId: expect.stringMatching(/^ses_/),
      kinds: ['desktop'],
      startedAt: expect.any(String),
      seenAt: body.startedAt,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      timeoutSeconds: SESSION_TIMEOUT_SECONDS,
    });
    expect(headers.get('location')).toBe(`/v1${agent.path}/sessions/${body.sessionId}`);
    expect(await poolOf(office)).toMatchObject({ purchased: 3, inUse: 1, free: 2 });

    const session = `${agent.path}/sessions/${body.sessionId}`;
    expect((await agent.call('POST', `${session}/heartbeat`)).status).toBe(204);
    const [listed] = (await agent.call('GET', `${agent.path}/sessions`)).body.items;
    expect(listed).toMatchObject({ sessionId: body.sessionId, startedAt: body.startedAt });
    expect(listed.seenAt > body.seenAt).toBe(true);

    for (const _ of [1, 2]) expect((await agent.call('DELETE', session)).status).toBe(204);
    expect(await poolOf(office)).toMatchObject({ inUse: 0, free: 3 });
    expectRefused(await agent.call('POST', `${session}/heartbeat`), 'not-found');
    expect((await agent.call('GET', `${agent.path}/sessions`)).body.items).toEqual([]);
  });

  it('X-1 happens once under an Idempotency-Key', async () => {
    const key = unique();
    const first = await begin(agent, key);
    const again = await begin(agent, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await poolOf(office)).toMatchObject({ inUse: 1 });
    await agent.call('DELETE', `${agent.path}/sessions/${first.body.sessionId}`);
  });

  it('C-44 is one’s own to do: an administrator signs nobody in, nor keeps them signed in', async () => {
    const { at } = await signIn(agent);
    expectRefused(await office.call('POST', `${agent.path}/sessions`), 'forbidden');
    expectRefused(await office.call('POST', `${at}/heartbeat`), 'forbidden');
    expectRefused(await office.call('DELETE', at), 'forbidden');
    await agent.call('DELETE', at);
  });

  it('B-2 takes no desktop seat of who has the agent features turned off, and gives back the one they have', async () => {
    const person = await join(office);
    await signIn(person);
    expect(await poolOf(office)).toMatchObject({ inUse: 1 });
    const off = await person.call('PUT', `${person.path}/agent-features`, { enabled: false });
    expect(off.status).toBe(200);
    expect(await poolOf(office)).toMatchObject({ inUse: 0 });
    expect((await person.call('GET', `${person.path}/sessions`)).body.items).toEqual([]);
    const { kinds, at } = await signIn(person);
    expect(kinds).toEqual([]);
    expect(await poolOf(office)).toMatchObject({ inUse: 0 });
    await person.call('DELETE', at);
  });
});

describe('who is signed in', () => {
  it('is listed with names for those who may know, within their reach', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 9 } });
    const { accountId, call } = office;
    const [one, other] = [await join(office), await join(office)];
    const session = await signIn(one);
    await signIn(other);
    const { body } = await call('GET', `/accounts/${accountId}/sessions`);
    expect(body.items).toHaveLength(2);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        userId: one.userId,
        sessionId: session.sessionId,
        kinds: ['desktop'],
        name: expect.stringMatching(/^Ben Baker/),
      }),
    );
    const first = await call('GET', `/accounts/${accountId}/sessions?limit=1`);
    const cursor = encodeURIComponent(first.body.nextCursor);
    const rest = await call('GET', `/accounts/${accountId}/sessions?limit=1&cursor=${cursor}`);
    expect([...first.body.items, ...rest.body.items]).toEqual(body.items);
    expectRefused(await one.call('GET', `/accounts/${accountId}/sessions`), 'forbidden');
    expectRefused(await one.call('GET', `${other.path}/sessions`), 'forbidden');
    // One searches, but reaches nobody else.
    const searcher = await join(office, { permissions: { role: 'call-agent', grants: ['search-users'] } });
    expect((await searcher.call('GET', `/accounts/${accountId}/sessions`)).body.items).toEqual([]);
  });
});

describe('the license acquisition error', () => {
  it('C-44 C-45 names the license to everybody, who has it and what to do to whom it may concern', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 1 } });
    const [holder, agent] = [await join(office), await join(office)];
    const { sessionId } = await signIn(holder);
    const administrator = await join(office, { permissions: { role: 'administrator' } });

    const told = await begin(agent);
    expectRefused(told, 'license-acquisition');
    expect(told.body.licenses).toEqual([
      { kind: 'desktop', name: 'Agent desktop', purchased: 1, inUse: 1, holders: [] },
    ]);
    expect(told.body.detail).toContain('Agent desktop');
    expect(JSON.stringify(told.body)).not.toContain(holder.userId);
    expect(callsOf(told.body)).toEqual([]);

    const { body } = await begin(administrator);
    expect(body.licenses[0].holders).toMatchObject([{ userId: holder.userId, sessionId }]);
    expect(callsOf(body)).toEqual(['signOutMember', 'changeSeats', 'readBilling']);

    // The remedy does it.
    const [{ method, path }] = body.remedies;
    expect((await administrator.call(method, path.replace('/v1', ''))).status).toBe(200);
    expect((await begin(administrator)).status).toBe(201);
    expectRefused(await holder.call('POST', `${holder.path}/sessions`), 'signed-out');
  });

  it('C-44 of many who sign in at once just as many are as there are seats, and one more for each who leaves', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 4 } });
    const agent = await join(office);
    const answers = await Promise.all(Array.from({ length: 12 }, () => begin(agent)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(4);
    expect(statuses.filter((status) => status === 409)).toHaveLength(8);
    expect(await poolOf(office)).toMatchObject({ purchased: 4, inUse: 4, free: 0 });
    const open = answers.filter(({ status }) => status === 201).map(({ body }) => body.sessionId);
    await Promise.all(
      [...open, ...open].map((sessionId) => agent.call('DELETE', `${agent.path}/sessions/${sessionId}`)),
    );
    expect(await poolOf(office)).toMatchObject({ inUse: 0, free: 4 });
  });

  it('C-44 an installed app needs a license of its own, and the error names the app', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, crm: 1 } });
    const { accountId, call } = office;
    const changed = await call('PATCH', `/accounts/${accountId}`, { apps: ['crm-connector', 'wallboard'] });
    expect(changed.status).toBe(200);
    const [one, other] = [
      await join(office, { licenses: { kinds: ['lmp'] } }),
      await join(office, { licenses: { kinds: ['lmp'] } }),
    ];
    expect((await signIn(one)).kinds).toEqual(['crm']);
    const refused = await begin(other);
    expectRefused(refused, 'license-acquisition');
    expect(refused.body.licenses).toEqual([
      { kind: 'crm', name: 'CRM connector', app: 'crm-connector', purchased: 1, inUse: 1, holders: [] },
    ]);
    await call('PATCH', `/accounts/${accountId}`, { apps: ['wallboard'] });
    expect((await signIn(other)).kinds).toEqual([]);
  });

  it('C-45 whoever has the seat on another computer is offered to end that session', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 1 } });
    const agent = await join(office);
    await signIn(agent);
    const { body } = await begin(agent);
    expect(callsOf(body)).toEqual(['endSession']);
    const [{ method, path }] = body.remedies;
    expect((await agent.call(method, path.replace('/v1', ''))).status).toBe(204);
    expect((await begin(agent)).status).toBe(201);
  });
});

describe('seats that come back', () => {
  it.each([
    ['signed out', 'sign-out'],
    ['suspended', 'suspend'],
  ])('C-45 when their user is %s', async (_, word) => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 2 } });
    const [agent, other] = [await join(office), await join(office)];
    for (const person of [agent, agent, other]) await begin(person);
    expect(await poolOf(office)).toMatchObject({ inUse: 2 });
    await office.call('POST', `${agent.path}/${word}`);
    expect(await poolOf(office)).toMatchObject({ inUse: 0 });
    expect((await begin(other)).status).toBe(201);
    expectRefused(await begin(agent), word === 'suspend' ? 'member-not-active' : 'signed-out');
  });

  it('when somebody signs out everywhere', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 2 } });
    const agent = await join(office);
    await signIn(agent);
    expect((await agent.call('POST', '/me/sign-out')).status).toBe(204);
    expect(await poolOf(office)).toMatchObject({ inUse: 0 });
  });

  it.each(['lmp', 'desktop'])('when the license %s is taken back', async (kind) => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 2 } });
    const agent = await join(office);
    await signIn(agent);
    expect((await office.call('DELETE', `${agent.path}/licenses/${kind}`)).status).toBe(200);
    expect(await poolOf(office)).toMatchObject({ inUse: 0 });
  });

  it('C-44 none is taken by who was onboarded without needing one', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 1 } });
    await hire(office, { licenses: { kinds: ['lmp', 'desktop'] } });
    expect(await poolOf(office)).toMatchObject({ assigned: 0, inUse: 0, free: 1 });
  });
});
