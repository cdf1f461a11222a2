import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { size } from '../../size.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { accessOf, changeAccess, conditionally, expectRefused, hire, postOf } from './people.ts';

const cloud = useSharedCloud();
const DEEPEST = 10;
const BROADEST = 200;
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const at = (rest: string) => `/accounts/${office.accountId}/${rest}`;
const make = async (name: string, parentId = 'fld_root'): Promise<string> => {
  const { status, body } = await office.call('POST', at('folders'), { name, parentId });
  expect([status, body.errors]).toEqual([201, undefined]);
  return body.folderId;
};
const put = (folderId: string, fields: Record<string, unknown>) =>
  conditionally(office.call, 'PUT', at(`folders/${folderId}`), fields);
const remove = (folderId: string) => conditionally(office.call, 'DELETE', at(`folders/${folderId}`));
const all = async (): Promise<{ folderId: string; parentId?: string; name: string }[]> =>
  (await office.call('GET', at('folders'))).body.items;

/** Folders, each in the one before; from the top down. */
const chain = async (length: number, parentId?: string): Promise<string[]> => {
  const made: string[] = [];
  for (let depth = 1; depth <= length; depth += 1)
    made.push(await make(`Level ${depth}`, made.at(-1) ?? parentId));
  return made;
};

describe('the tree', () => {
  it('C-1 a folder is renamed and moved with all that is in it, and its members with it', async () => {
    const [old = '', child = ''] = await chain(2);
    const target = await make('Target');
    const agent = await hire(office, { profile: { folderId: child }, permissions: {} });
    await put(target, { name: 'Target', role: 'report-manager' });
    const moved = await put(old, { name: 'Renamed', parentId: target });
    expect(moved).toMatchObject({ status: 200, body: { name: 'Renamed', parentId: target } });
    const access = await accessOf(office.call, agent);
    expect(access.folders.map(({ name }: { name: string }) => name)).toEqual([
      'Everyone',
      'Target',
      'Renamed',
      'Level 2',
    ]);
    expect(access.role.role).toBe('report-manager');
  });

  it('C-1 no folder is put below itself', async () => {
    const [top = '', middle = '', bottom = ''] = await chain(3);
    for (const parentId of [top, middle, bottom]) {
      const answer = await put(top, { name: 'Level 1', parentId });
      expectRefused(answer, 'invalid-request');
      expect(answer.body.errors).toMatchObject([{ pointer: '/parentId' }]);
    }
    expect((await put(middle, { name: 'Level 2', parentId: 'fld_root' })).status).toBe(200);
  });

  it('C-1 two moves at once make no circle', async () => {
    const [one, other] = [await make('One'), await make('Other')];
    const answers = await Promise.all([
      put(one, { name: 'One', parentId: other }),
      put(other, { name: 'Other', parentId: one }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it('C-1 folders nest so deep and no deeper, made or moved', async () => {
    const deep = await chain(DEEPEST);
    const tooDeep = await office.call('POST', at('folders'), { name: 'Deeper', parentId: deep.at(-1) });
    expectRefused(tooDeep, 'invalid-request');
    expect(tooDeep.body.errors).toMatchObject([{ pointer: '/parentId' }]);
    const [pair = ''] = await chain(2);
    expectRefused(await put(pair, { name: 'Level 1', parentId: deep.at(-2) }), 'invalid-request');
    expect((await put(pair, { name: 'Level 1', parentId: deep.at(-3) })).status).toBe(200);
  });

  it('C-1 the root is there always', async () => {
    expectRefused(await remove('fld_root'), 'invalid-request');
    const folderId = await make('Not above');
    const before = await all();
    await put('fld_root', { name: 'Everyone', parentId: folderId, permissions: ['use-folder-tools'] });
    expect((await all()).find((folder) => folder.folderId === 'fld_root')?.parentId).toBeUndefined();
    expect(await all()).toHaveLength(before.length);
  });

  it('C-1 a folder is deleted when it is empty; until then it is said what is in it', async () => {
    const folderId = await make('Full');
    const child = await make('Child', folderId);
    const group = await office.call('POST', at('groups'), { name: 'Watchers', folders: [folderId] });
    const full = await remove(folderId);
    expectRefused(full, 'in-use');
    expect(full.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'the folder Child, which is in it',
      'the access-control group Watchers',
    ]);
    expect((await remove(child)).status).toBe(204);
    await conditionally(office.call, 'DELETE', at(`groups/${group.body.groupId}`));

    const agent = await hire(office, { profile: { folderId } });
    const parked = await office.call(
      'POST',
      at('onboardings'),
      postOf({ profile: { folderId }, licenses: { kinds: ['lmp', 'fax'] } }),
    );
    await office.follow(parked.body.runId);
    const lived = await remove(folderId);
    expectRefused(lived, 'in-use');
    const named = JSON.stringify(lived.body.errors);
    for (const userId of [agent.userId, parked.body.userId]) expect(named).toContain(userId);
    await changeAccess(office.call, agent, { folderId: 'fld_root' });
    expectRefused(await remove(folderId), 'in-use');
    await office.call('POST', at(`onboardings/${parked.body.runId}/discard`));
    expect((await remove(folderId)).status).toBe(204);
    expectRefused(await office.call('GET', at(`folders/${folderId}`)), 'not-found');
    const request = postOf({ profile: { folderId } });
    expectRefused(await office.call('POST', at('onboardings'), request), 'invalid-request');
  });

  it('C-1 a folder is deleted, or somebody is put into it: never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const folderId = await make(`Round ${round}`);
      const agent = await hire(office);
      const [moved, removed] = await Promise.all([
        changeAccess(office.call, agent, { folderId }),
        remove(folderId),
      ]);
      expect([moved.status === 200, removed.status === 204]).toContain(false);
      const { body } = await office.call('GET', agent.path);
      const known = (await all()).map((folder) => folder.folderId);
      expect(known).toContain(body.folderId);
    }
  });

  it('X-11 a change is made on the condition that nobody was faster, and made once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { name: 'Once' };
    const first = await office.call('POST', at('folders'), body, headers);
    const again = await office.call('POST', at('folders'), body, headers);
    expect(again).toMatchObject({ status: 201, body: { folderId: first.body.folderId } });
    expect(again.headers.get('location')).toBe(`/v1${at(`folders/${first.body.folderId}`)}`);
    const other = await office.call('POST', at('folders'), { name: 'Twice' }, headers);
    expectRefused(other, 'idempotency-key-reused');
    const path = at(`folders/${first.body.folderId}`);
    expectRefused(await office.call('PUT', path, body), 'if-match-required');
    expectRefused(await office.call('DELETE', path), 'if-match-required');
    const etag = first.headers.get('etag') ?? '';
    expect((await office.call('PUT', path, { name: 'Changed' }, { 'if-match': etag })).status).toBe(200);
    expectRefused(await office.call('PUT', path, body, { 'if-match': etag }), 'changed-meanwhile');
    expectRefused(await office.call('DELETE', path, undefined, { 'if-match': etag }), 'changed-meanwhile');
  });
});

const AT_ONCE = size({ test: 40, full: BROADEST });

describe(`${AT_ONCE} at once`, () => {
  it('C-1 simultaneous edits lose none: each is done, or it is told that it was not', async () => {
    const parentId = await make('Busy');
    const inside = async () => (await all()).filter((folder) => folder.parentId === parentId);
    const tries = Array.from({ length: AT_ONCE }, (_, index) => `Folder ${index}`);
    const answers = await Promise.all(
      tries.map((name) => office.call('POST', at('folders'), { name, parentId })),
    );
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.name);
    expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
    expect(made.length).toBeGreaterThan(0);
    expect((await inside()).map(({ name }) => name).toSorted()).toEqual(made.toSorted());

    for (const name of tries.filter((each) => !made.includes(each))) await make(name, parentId);
    const before = await inside();
    expect(before).toHaveLength(AT_ONCE);
    const renamed = await Promise.all(
      before.map(async ({ folderId, name }) => {
        const { status } = await put(folderId, { name: `${name} renamed`, parentId });
        return { folderId, name, status };
      }),
    );
    expect(renamed.filter(({ status }) => ![200, 412, 503].includes(status))).toEqual([]);
    expect((await inside()).map(({ folderId, name }) => [folderId, name]).toSorted()).toEqual(
      renamed
        .map(({ folderId, name, status }) => [folderId, status === 200 ? `${name} renamed` : name])
        .toSorted(),
    );
  });
});

// Each is a request, one after the other.
if (size({ test: 0, full: 1 }) === 1)
  it(`C-1 a folder holds ${BROADEST} others and no more`, async () => {
    const parentId = await make('Full');
    for (let index = 0; index < BROADEST; index += 1) await make(`Folder ${index}`, parentId);
    const tooBroad = await office.call('POST', at('folders'), { name: 'One more', parentId });
    expectRefused(tooBroad, 'invalid-request');
    expect(tooBroad.body.errors).toMatchObject([{ pointer: '/parentId' }]);
  }, 240_000);
