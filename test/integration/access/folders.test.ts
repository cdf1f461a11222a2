import { beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  changeAccess,
  conditionally,
  expectRefused,
  hire,
  openRootTo,
  postOf,
  welcome,
} from './people.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const at = (rest: string, { accountId } = office) => `/accounts/${accountId}/${rest}`;
const make = async (fields: Record<string, unknown>, in_ = office): Promise<string> => {
  const answer = await in_.call('POST', at('folders', in_), fields);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body.folderId;
};
const put = (folderId: string, fields: Record<string, unknown>, call = office.call) =>
  conditionally(call, 'PUT', at(`folders/${folderId}`), fields);
const remove = (folderId: string, call = office.call) =>
  conditionally(call, 'DELETE', at(`folders/${folderId}`));
const read = async (folderId: string) => (await office.call('GET', at(`folders/${folderId}`))).body;

/** Somebody in a folder, with nothing by hand. */
const hireIn = (folderId: string, permissions: Record<string, unknown> = {}) =>
  hire(office, { profile: { folderId }, permissions });
const roleOf = async (who: { path: string }) => (await accessOf(office.call, who)).role;

describe('users live in folders', () => {
  it('C-1 a new user is added inside a chosen folder, which has to be one of the account', async () => {
    const folderId = await make({ name: 'Sales' });
    const agent = await hireIn(folderId);
    expect((await office.call('GET', agent.path)).body.folderId).toBe(folderId);
    expect((await accessOf(office.call, agent)).folders).toEqual([
      { folderId: 'fld_root', name: 'Everyone' },
      { folderId, name: 'Sales' },
    ]);
    const other = await openOffice(cloud());
    for (const unknown of [await make({ name: 'Theirs' }, other), 'fld_01jd00000000000000000000zz']) {
      const request = postOf({ profile: { folderId: unknown } });
      const answer = await office.call('POST', at('onboardings'), request);
      expectRefused(answer, 'invalid-request');
      expect(answer.body.errors).toMatchObject([{ pointer: '/profile/folderId' }]);
    }
  });

  it('C-6 without a choice, that is the folder that every account has', async () => {
    const agent = await hire(office);
    expect((await office.call('GET', agent.path)).body.folderId).toBe('fld_root');
    const { body } = await office.call('GET', at('folders'));
    expect(body.items).toContainEqual(expect.objectContaining({ folderId: 'fld_root', name: 'Everyone' }));
  });
});

describe('what a folder gives', () => {
  it('C-7 the role is that of the nearest folder, live, and one by hand only when told', async () => {
    const above = await make({ name: 'Above', role: 'report-manager' });
    const below = await make({ name: 'Below', parentId: above });
    const agent = await hireIn(below);
    expect(await roleOf(agent)).toEqual({ role: 'report-manager', name: 'Report manager', by: 'folder' });
    expect((await read(below)).inherited.role).toBe('report-manager');
    await put(above, { name: 'Above', role: 'call-manager' });
    expect(await roleOf(agent)).toMatchObject({ role: 'call-manager', by: 'folder' });
    await put(below, { name: 'Below', parentId: above, role: 'page-designer' });
    expect(await roleOf(agent)).toMatchObject({ role: 'page-designer', by: 'folder' });
    await changeAccess(office.call, agent, { role: 'manager' });
    expect(await roleOf(agent)).toEqual({ role: 'manager', name: 'Manager', by: 'hand' });
    await changeAccess(office.call, agent, { role: null });
    expect(await roleOf(agent)).toMatchObject({ role: 'page-designer', by: 'folder' });
    await put(below, { name: 'Below', parentId: above });
    expect(await roleOf(agent)).toMatchObject({ role: 'call-manager', by: 'folder' });
  });

  it('C-7 administrators, API users, affiliates and agency roles come by hand alone', async () => {
    for (const role of [
      'administrator',
      'api-user',
      'affiliate',
      'subaccount-user',
      'agency-administrator',
    ]) {
      const answer = await office.call('POST', at('folders'), { name: 'High', role });
      expectRefused(answer, 'invalid-request');
      expect(answer.body.errors).toMatchObject([{ pointer: '/role' }]);
    }
  });

  it('C-15 its permissions, and those of all folders above, come to every member; more can be ticked', async () => {
    const above = await make({ name: 'Above', permissions: ['start-im'] });
    const below = await make({ name: 'Below', parentId: above, permissions: ['edit-contacts'] });
    const agent = await hireIn(below, { grants: ['search-leads'] });
    expect((await accessOf(office.call, agent)).effective.toSorted()).toEqual(
      ['edit-contacts', 'search-leads', 'start-im', 'use-folder-tools', 'use-sip'].toSorted(),
    );
    expect((await read(below)).inherited.permissions.toSorted()).toEqual(['start-im', 'use-folder-tools']);
    await put(above, { name: 'Above', permissions: ['broadcast-im'] });
    const after = await accessOf(office.call, agent);
    expect(after.effective).not.toContain('start-im');
    expect(after.permissions).toContainEqual({
      permission: 'broadcast-im',
      name: 'Broadcast IM',
      effective: false,
      lacks: ['start-im'],
      sources: [{ from: 'folder', id: above, name: 'Above' }],
    });
  });

  it('C-15 takes effect on the very next call of whoever is in it', async () => {
    const folderId = await make({ name: 'Live' });
    const person = await welcome(cloud(), office, { profile: { folderId }, permissions: {} });
    const members = () => person.call('GET', at('members'));
    expectRefused(await members(), 'forbidden');
    await put(folderId, { name: 'Live', permissions: ['search-users'] });
    expect((await members()).status).toBe(200);
    await put(folderId, { name: 'Live' });
    expectRefused(await members(), 'forbidden');
  });
});

describe('folder tools', () => {
  it('C-34 C-35 C-36 are there by default; an account does not take them away', async () => {
    const agent = await hire(office);
    const tools = ['shared-files', 'my-files', 'callback-folders'];
    const access = await accessOf(office.call, agent);
    expect(access.effective).toContain('use-folder-tools');
    expect(access.pageKeys).toEqual(expect.arrayContaining([...tools, 'callback-calendar']));
    const refusal = await put('fld_root', { name: 'Everyone', role: 'call-agent', permissions: [] });
    expectRefused(refusal, 'support-only');
    expect(refusal.body.errors).toMatchObject([{ pointer: '/permissions' }]);
    expect((await read('fld_root')).permissions).toEqual(['use-folder-tools']);
  });
});

describe('who may do what with folders', () => {
  const withPermissions = (permissions: readonly string[], more: Record<string, unknown> = {}) =>
    welcome(cloud(), office, {
      permissions: { role: 'call-agent', grants: permissions, dataViewLevel: 'account', ...more },
    });

  it('C-39 C-40 create group makes folders, modify group changes them, and both are for managers', async () => {
    const none = { role: 'report-manager', dataViewLevel: 'account' };
    const maker = await withPermissions(['create-group'], none);
    const changer = await withPermissions(['modify-group'], none);
    const agent = await withPermissions(['create-group', 'modify-group']);
    await openRootTo(office, maker.userId, changer.userId, agent.userId);
    const made = await maker.call('POST', at('folders'), { name: 'Made' });
    expect(made.status).toBe(201);
    const { folderId } = made.body;
    expectRefused(await put(folderId, { name: 'Mine' }, maker.call), 'forbidden');
    expectRefused(await remove(folderId, maker.call), 'forbidden');
    expectRefused(await changer.call('POST', at('folders'), { name: 'Another' }), 'forbidden');
    expectRefused(await agent.call('POST', at('folders'), { name: 'Another' }), 'forbidden');
    expect((await put(folderId, { name: 'Changed' }, changer.call)).body.name).toBe('Changed');
    expect((await remove(folderId, changer.call)).status).toBe(204);
  });

  it('C-37 C-56 C-57 create user is for every folder whose read, write and store lists name one', async () => {
    const agent = await withPermissions(['create-user']);
    const folderId = await make({ name: 'Closed' });
    const below = await make({ name: 'Inside', parentId: folderId });
    const onboard = (at_: string) =>
      agent.call('POST', at('onboardings'), postOf({ profile: { folderId: at_ } }));
    const me = [agent.userId];
    for (const access of [{}, { read: me, write: me }, { read: me, store: me }, { write: me, store: me }]) {
      expect((await put(folderId, { name: 'Closed', access })).status).toBe(200);
      expectRefused(await onboard(folderId), 'not-in-folder');
    }
    await put(folderId, { name: 'Closed', access: { read: me, write: me, store: me } });
    for (const open of [folderId, below]) {
      const { status, body } = await onboard(open);
      expect(status).toBe(202);
      await expect(office.follow(body.runId)).resolves.toMatchObject({ outcome: 'active' });
    }
    expectRefused(await onboard('fld_root'), 'not-in-folder');
    const administrators = await office.call('POST', at('onboardings'), postOf({ profile: { folderId } }));
    expect(administrators.status).toBe(202);
    await office.follow(administrators.body.runId);
  });

  it('C-57 a member is moved by who may write where they are, and store where they go', async () => {
    const lead = await withPermissions([], { role: 'manager', dataViewLevel: 'account' });
    const me = [lead.userId];
    const from = await make({ name: 'From', access: { write: me } });
    const to = await make({ name: 'To' });
    const agent = await hireIn(from, { role: 'call-agent' });
    const move = () => changeAccess(lead.call, agent, { folderId: to });
    expectRefused(await move(), 'not-in-folder');
    await put(to, { name: 'To', access: { store: me } });
    expect((await move()).body.folders.at(-1)).toEqual({ folderId: to, name: 'To' });
    expectRefused(await changeAccess(lead.call, agent, { grants: [] }), 'not-in-folder');
  });
});
