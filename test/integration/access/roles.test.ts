import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { accessOf, changeAccess, conditionally, expectRefused, hire, postOf, welcome } from './people.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const at = (rest: string) => `/accounts/${office.accountId}/${rest}`;
const fields = (more: Record<string, unknown> = {}) => ({
  name: `Role ${unique()}`,
  designation: 'agent',
  permissions: ['search-users'],
  ...more,
});
const make = async (more: Record<string, unknown> = {}) => {
  const { status, body } = await office.call('POST', at('roles'), fields(more));
  expect(status).toBe(201);
  return { ...body, path: at(`roles/${body.role}`) };
};
const remove = (path: string) => conditionally(office.call, 'DELETE', path);

describe('roles of the account’s own', () => {
  it('D-2 are made, listed after the built-in ones, and read', async () => {
    const request = fields({
      help: 'Takes calls at night.',
      pages: ['products'],
      dataViewLevel: 'folder',
      sitePermissionLevel: 'manager',
      mayJoinGroups: true,
    });
    const { status, headers, body } = await office.call('POST', at('roles'), request);
    expect([status, headers.get('location')]).toEqual([201, `/v1${at(`roles/${body.role}`)}`]);
    expect(body).toEqual({ ...request, role: body.role, builtIn: false, givable: true });
    const read = await office.call('GET', at(`roles/${body.role}`));
    expect(read.body).toEqual(body);
    expect(read.headers.get('etag')).toBe(headers.get('etag'));
    const { items } = (await office.call('GET', at('roles'))).body;
    expect(items.slice(0, 18).every(({ builtIn }: { builtIn: boolean }) => builtIn)).toBe(true);
    expect(items.slice(18)).toContainEqual(body);
  });

  it('C-8 decide the base set of permissions of everybody who has them', async () => {
    const { role, name } = await make({ permissions: ['search-users', 'start-im'], pages: ['products'] });
    const agent = await hire(office, { permissions: { role } });
    const access = await accessOf(office.call, agent);
    expect(access.role).toEqual({ role, name, by: 'hand' });
    expect(access.effective).toEqual(expect.arrayContaining(['search-users', 'start-im']));
    expect(access.pageKeys).toEqual(expect.arrayContaining(['products', 'users', 'messages']));
  });

  it('A-14 C-7 find their members in lists, by hand or by folder', async () => {
    const { role, name } = await make();
    const inFolder = { name: `Folder ${unique()}`, role };
    const { folderId } = (await office.call('POST', at('folders'), inFolder)).body;
    const [byHand, byFolder] = await Promise.all([
      hire(office, { permissions: { role } }),
      hire(office, { permissions: {}, profile: { folderId } }),
    ]);
    const found = async (query: string) => {
      const { status, body } = await office.call('GET', at(`members?limit=100&${query}`));
      expect([status, body.errors]).toEqual([200, undefined]);
      return new Map<string, unknown>(
        body.items.map((member: { userId: string; role: unknown }) => [member.userId, member.role]),
      );
    };
    const listed = await found(`role=${role}`);
    expect([...listed.keys()].toSorted()).toEqual([byHand.userId, byFolder.userId].toSorted());
    expect(listed.get(byHand.userId)).toEqual({ role, name, by: 'hand' });
    expect(listed.get(byFolder.userId)).toEqual({ role, name, by: 'folder' });
    expect((await office.call('GET', byFolder.path)).body.role).toEqual({ role, name, by: 'folder' });
    expect([...(await found('role=administrator')).keys()]).toEqual([office.administrator.userId]);

    await changeAccess(office.call, byHand, { role: null });
    await conditionally(office.call, 'PUT', at(`folders/${folderId}`), { name, parentId: 'fld_root' });
    expect([...(await found(`role=${role}&status=any`)).keys()]).toEqual([]);
    const agents = await found('role=call-agent');
    for (const { userId } of [byHand, byFolder])
      expect(agents.get(userId)).toEqual({ role: 'call-agent', name: 'Call agent', by: 'folder' });
    await changeAccess(office.call, byFolder, { role });
    expect([...(await found(`role=${role}`)).keys()]).toEqual([byFolder.userId]);
    expectRefused(await office.call('GET', at('members?role=nobody')), 'invalid-request');
  });

  it('D-5 say who has them by hand, as far as whoever asks reaches them', async () => {
    const role = await make();
    const agent = await hire(office, { permissions: { role: role.role } });
    const read = await office.call('GET', role.path);
    expect(read.body.members).toEqual([{ userId: agent.userId, name: expect.stringContaining('Ben') }]);
    const designer = await welcome(cloud(), office, {
      permissions: { role: 'manager', grants: ['manage-roles'], dataViewLevel: 'own' },
    });
    const seen = await designer.call('GET', role.path);
    expect([seen.status, seen.body.role, seen.body.members]).toEqual([200, role.role, undefined]);
    expect((await office.call('GET', at('roles/administrator'))).body.members).toBeUndefined();
  });

  it('D-5 are edited later, and everybody who has one meets it on their next call', async () => {
    const role = await make();
    const person = await welcome(cloud(), office, { permissions: { role: role.role } });
    const members = () => person.call('GET', at('members'));
    expect((await members()).status).toBe(200);
    const changed = await conditionally(office.call, 'PUT', role.path, fields({ permissions: [] }));
    expect(changed).toMatchObject({ status: 200, body: { permissions: [] } });
    expectRefused(await members(), 'forbidden');
    await conditionally(office.call, 'PUT', role.path, fields({ dataViewLevel: 'account' }));
    expect((await members()).body.items.length).toBeGreaterThan(1);
  });

  it('D-2 are copied from built-in ones and from others', async () => {
    const copy = await office.call('POST', at('roles/report-manager/copy'), { name: 'Reports, and more' });
    expect(copy.status).toBe(201);
    const { body: original } = await office.call('GET', at('roles/report-manager'));
    const { role, name, builtIn, ...same } = copy.body;
    expect(original).toMatchObject(same);
    expect([name, builtIn]).toEqual(['Reports, and more', false]);
    const second = await office.call('POST', at(`roles/${role}/copy`), { name: 'Second' });
    expect(second.body).toEqual({ ...copy.body, name: 'Second', role: second.body.role });
    await conditionally(office.call, 'PUT', at(`roles/${role}`), fields());
    expect((await office.call('GET', at(`roles/${second.body.role}`))).body).toEqual(second.body);
    expectRefused(await office.call('POST', at('roles/no-such/copy'), { name: 'Third' }), 'not-found');
  });

  it('D-2 are deleted once nobody has them; until then it is said who does', async () => {
    const { role, path } = await make();
    const agent = await hire(office, { permissions: { role } });
    const name = (await office.call('GET', agent.path)).body;
    const had = await remove(path);
    expectRefused(had, 'in-use');
    expect(had.body.errors).toEqual([
      { pointer: '', detail: `${name.firstName} ${name.lastName} (${agent.userId})` },
    ]);
    const access = { read: [role], write: [], store: [] };
    const folder = await office.call('POST', at('folders'), { name: 'Night', role, access });
    const named = await remove(path);
    expect(named.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'the folder Night, as its role',
      'the access lists of the folder Night',
    ]);
    await conditionally(office.call, 'DELETE', at(`folders/${folder.body.folderId}`));

    const parked = await office.call(
      'POST',
      at('onboardings'),
      postOf({ permissions: { role }, licenses: { kinds: ['lmp', 'fax'] } }),
    );
    await office.follow(parked.body.runId);
    await changeAccess(office.call, agent, { role: 'call-agent' });
    const planned = await remove(path);
    expectRefused(planned, 'in-use');
    expect(planned.body.errors[0].detail).toContain(parked.body.userId);
    const corrected = { licenses: { kinds: ['lmp'] }, permissions: { role: 'call-agent' } };
    await office.call('POST', at(`onboardings/${parked.body.runId}/resume`), { sections: corrected });
    await expect(office.follow(parked.body.runId)).resolves.toMatchObject({ status: 'done' });
    expect((await remove(path)).status).toBe(204);
    expectRefused(await office.call('GET', path), 'not-found');
    expectRefused(await changeAccess(office.call, agent, { role }), 'invalid-request');
  });

  it('D-2 a role is deleted, or it is given to somebody: never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { role, path } = await make();
      const agent = await hire(office);
      const [given, removed] = await Promise.all([changeAccess(office.call, agent, { role }), remove(path)]);
      expect([given.status === 200, removed.status === 204]).toContain(false);
      const access = await accessOf(office.call, agent);
      const { status } = await office.call('GET', at(`roles/${access.role.role}`));
      expect(status).toBe(200);
    }
  });

  it('X-11 a change is made on the condition that nobody was faster, and made once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const request = fields();
    const first = await office.call('POST', at('roles'), request, headers);
    const again = await office.call('POST', at('roles'), request, headers);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expectRefused(await office.call('POST', at('roles'), fields(), headers), 'idempotency-key-reused');
    const path = at(`roles/${first.body.role}`);
    expectRefused(await office.call('PUT', path, fields()), 'if-match-required');
    expectRefused(await office.call('DELETE', path), 'if-match-required');
    const etag = { 'if-match': first.headers.get('etag') ?? '' };
    const both = await Promise.all([1, 2].map(() => office.call('PUT', path, fields(), etag)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expectRefused(await office.call('DELETE', path, undefined, etag), 'changed-meanwhile');
    expect((await remove(path)).status).toBe(204);
  });
});

describe('what a role can be', () => {
  it('D-2 built-in ones stay as they are', async () => {
    for (const role of ['administrator', 'call-agent', 'affiliate']) {
      expect((await office.call('GET', at(`roles/${role}`))).body).toMatchObject({ role, builtIn: true });
      const headers = { 'if-match': '"0"' };
      expectRefused(await office.call('PUT', at(`roles/${role}`), fields(), headers), 'not-found');
      expectRefused(await office.call('DELETE', at(`roles/${role}`), undefined, headers), 'not-found');
    }
  });

  it('E-11 a role of the account’s own is for people', async () => {
    expectRefused(await office.call('POST', at('roles'), fields({ designation: 'api' })), 'invalid-request');
  });

  it('X-11 every fault is told, with where it is', async () => {
    const request = fields({ name: '', permissions: ['fly'], pages: ['moon'], dataViewLevel: 'galaxy' });
    const answer = await office.call('POST', at('roles'), { ...request, more: true });
    expectRefused(answer, 'invalid-request');
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    for (const pointer of ['/name', '/permissions/0', '/pages/0', '/dataViewLevel'])
      expect(pointers).toContain(pointer);
  });

  it('X-4 everybody sees which roles they could give', async () => {
    const lead = await welcome(cloud(), office, {
      permissions: { role: 'manager', dataViewLevel: 'account', pages: ['call-log', 'callback-calendar'] },
    });
    const { body } = await lead.call('GET', at('roles'));
    const givable = (role: string) => body.items.find((each: { role: string }) => each.role === role).givable;
    expect(givable('administrator')).toBe(false);
    expect(givable('agency-administrator')).toBe(false);
    expect(givable('call-manager')).toBe(true);
  });
});
