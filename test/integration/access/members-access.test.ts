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

const onboard = (permissions: Record<string, unknown>) =>
  office.call('POST', `/accounts/${office.accountId}/onboardings`, postOf({ permissions }));

describe('what is given by hand', () => {
  it('A-4 data-view level and site permission level are those of the role, unless told', async () => {
    const byRole = await hire(office, { permissions: { role: 'report-manager' } });
    expect(await accessOf(office.call, byRole)).toMatchObject({
      dataViewLevel: 'account',
      sitePermissionLevel: 'user',
      reach: { everything: true, folders: [] },
    });
    const levels = { dataViewLevel: 'folder', sitePermissionLevel: 'manager' };
    const byHand = await hire(office, { permissions: { role: 'report-manager', ...levels } });
    expect(await accessOf(office.call, byHand)).toMatchObject({
      ...levels,
      reach: { everything: false, folders: ['fld_root'] },
    });
    const { body } = await changeAccess(office.call, byHand, {
      dataViewLevel: null,
      sitePermissionLevel: null,
    });
    expect(body).toMatchObject({ dataViewLevel: 'account', sitePermissionLevel: 'user' });
  });

  it('B-5 the designation is chosen first, and the role has to be of that kind', async () => {
    const wrong = await onboard({ designation: 'manager', role: 'call-agent' });
    expectRefused(wrong, 'invalid-request');
    expect(wrong.body.errors).toMatchObject([{ pointer: '/permissions/role' }]);
    const api = await onboard({ designation: 'api', role: 'api-user' });
    expectRefused(api, 'invalid-request');
    const lead = await hire(office, { permissions: { designation: 'manager', role: 'manager' } });
    expect((await accessOf(office.call, lead)).designation).toBe('manager');
  });

  it('B-8 the right to edit contacts is optional', async () => {
    const without = await hire(office);
    expect((await accessOf(office.call, without)).effective).not.toContain('edit-contacts');
    const { body } = await changeAccess(office.call, without, { grants: ['edit-contacts'] });
    expect(body.permissions).toContainEqual({
      permission: 'edit-contacts',
      name: 'Edit contacts',
      effective: true,
      lacks: [],
      sources: [{ from: 'grant' }],
    });
  });

  it('C-53 the security information of a user is one set, each permission once with all its sources', async () => {
    const agent = await hire(office, {
      permissions: { role: 'call-agent', grants: ['use-sip', 'use-folder-tools', 'start-im'] },
    });
    const { permissions } = await accessOf(office.call, agent);
    const role = { from: 'role', id: 'call-agent', name: 'Call agent', by: 'hand' };
    const folder = { from: 'folder', id: 'fld_root', name: 'Everyone' };
    const sources = Object.fromEntries(
      permissions.map((each: { permission: string; sources: unknown }) => [each.permission, each.sources]),
    );
    expect(permissions).toHaveLength(Object.keys(sources).length);
    expect(sources).toEqual({
      'use-sip': [role, { from: 'grant' }],
      'use-folder-tools': [folder, { from: 'grant' }],
      'start-im': [{ from: 'grant' }],
    });
  });

  it('E-18 E-15 pages are those of the role, unless they are granted one by one', async () => {
    const agent = await hire(office, { permissions: { role: 'sales-agent' } });
    const before = await accessOf(office.call, agent);
    expect(before.pageKeys).toEqual(expect.arrayContaining(['customer-service', 'order-entry']));
    const { body } = await changeAccess(office.call, agent, { pages: ['order-entry', 'products'] });
    const pages = Object.fromEntries(
      body.pages.map((each: { page: string; sources: unknown }) => [each.page, each.sources]),
    );
    expect(pages['customer-service']).toBeUndefined();
    expect(pages.products).toEqual([{ from: 'grant' }]);
    expect(pages['shared-files']).toEqual([
      { from: 'permission', id: 'use-folder-tools', name: 'Folder tools' },
    ]);
    await changeAccess(office.call, agent, { pages: null });
    expect((await accessOf(office.call, agent)).pageKeys).toEqual(before.pageKeys);
  });

  it('E-19 taking the last page away is warned about beforehand, and done once it is confirmed', async () => {
    const designer = await hire(office, { permissions: { role: 'page-designer' } });
    const warning = { code: 'no-page', detail: expect.stringContaining('redirect error') };
    const preview = await office.call('POST', `${designer.path}/access/preview`, { pages: [] });
    expect(preview.body.warnings).toEqual([warning]);
    const unconfirmed = await changeAccess(office.call, designer, { pages: [] });
    expectRefused(unconfirmed, 'confirmation-required');
    expect(unconfirmed.body.warnings).toEqual([warning]);
    expect((await accessOf(office.call, designer)).pageKeys).toEqual(['funnel-builder']);
    const confirmed = await changeAccess(office.call, designer, { pages: [], confirm: ['no-page'] });
    expect(confirmed).toMatchObject({ status: 200, body: { pages: [], warnings: [warning] } });
  });

  it('E-21 nothing beyond the role is there at first; grants come and go with the very next call', async () => {
    const agent = await welcome(cloud(), office);
    const members = () => agent.call('GET', `/accounts/${office.accountId}/members`);
    expectRefused(await members(), 'forbidden');
    await changeAccess(office.call, agent, { grants: ['search-users'] });
    expect((await members()).status).toBe(200);
    await changeAccess(office.call, agent, { grants: [] });
    expectRefused(await members(), 'forbidden');
  });

  it('X-11 a change is made on the condition that nobody was faster', async () => {
    const agent = await hire(office);
    const change = (etag?: string) =>
      office.call('PATCH', `${agent.path}/access`, { grants: [] }, etag ? { 'if-match': etag } : {});
    expectRefused(await change(), 'if-match-required');
    expectRefused(await change('"many"'), 'invalid-request');
    const { headers } = await office.call('GET', `${agent.path}/access`);
    const seen = headers.get('etag') ?? '';
    const answers = await Promise.all([change(seen), change(seen)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expectRefused(await change(seen), 'changed-meanwhile');
  });
});

describe('who may look and who may change', () => {
  it('C-33 search users opens any profile, and changes nobody’s security', async () => {
    const agent = await hire(office);
    const searcher = await welcome(cloud(), office, {
      permissions: { role: 'report-manager', grants: ['search-users'] },
    });
    for (const rest of ['', '/completeness', '/access'])
      expect((await searcher.call('GET', `${agent.path}${rest}`)).status).toBe(200);
    for (const answer of [
      await changeAccess(searcher.call, agent, { grants: ['search-users'] }),
      await searcher.call('POST', `${agent.path}/access/preview`, {}),
      await searcher.call('POST', `${agent.path}/suspend`),
      await searcher.call('POST', `${agent.path}/sign-out`),
      await searcher.call('POST', `${agent.path}/password-reset`),
    ])
      expectRefused(answer, 'forbidden');
  });

  it('C-38 modify security changes only permissions that one holds oneself', async () => {
    const agent = await hire(office);
    const lead = await welcome(cloud(), office, { permissions: { role: 'manager' } });
    await openRootTo(office, lead.userId);
    const held = await changeAccess(lead.call, agent, { grants: ['edit-contacts'] });
    expect(held.status).toBe(200);
    const given = await changeAccess(lead.call, agent, { grants: ['edit-contacts', 'export-leads'] });
    expectRefused(given, 'more-than-held');
    expect(given.body.errors[0].detail).toContain('export-leads');
    await changeAccess(office.call, agent, { grants: ['edit-contacts', 'export-leads'] });
    expectRefused(await changeAccess(lead.call, agent, { grants: [] }), 'more-than-held');
    const rest = await changeAccess(lead.call, agent, { grants: ['export-leads'] });
    expect(rest.status).toBe(200);
  });

  it('C-43 everybody sees what they may do themselves, and no agent changes it', async () => {
    const agent = await welcome(cloud(), office, {
      permissions: { role: 'call-agent', grants: ['modify-security'] },
    });
    const access = await accessOf(agent.call, agent);
    expect(access.permissions).toContainEqual({
      permission: 'modify-security',
      name: 'Modify security',
      effective: false,
      lacks: ['designation manager'],
      sources: [{ from: 'grant' }],
    });
    expect(access.warnings).toMatchObject([{ code: 'missing-requirement' }]);
    expect((await agent.call('GET', agent.path)).status).toBe(200);
    expectRefused(await changeAccess(agent.call, agent, { grants: [] }), 'forbidden');
    expectRefused(await agent.call('GET', `${(await hire(office)).path}`), 'forbidden');
  });
});

describe('access lists', () => {
  const listAt = (kind: string, key: string) => `/accounts/${office.accountId}/access-lists/${kind}/${key}`;

  it('C-63 say who has access to a queue, an IVR or an email template', async () => {
    const agent = await hire(office);
    const other = await hire(office, { permissions: { role: 'report-manager' } });
    expect((await office.call('GET', listAt('queue', 'support'))).body.subjects).toEqual([]);
    for (const [kind, key, subjects] of [
      ['queue', 'support', [agent.userId]],
      ['ivr', 'night', ['call-agent']],
      ['email-template', 'welcome', [agent.userId, 'report-manager']],
    ] as const) {
      const changed = await conditionally(office.call, 'PUT', listAt(kind, key), { subjects });
      expect(changed).toMatchObject({ status: 200, body: { kind, key, subjects } });
    }
    const all = await office.call('GET', `/accounts/${office.accountId}/access-lists`);
    expect(all.body.items).toHaveLength(3);
    const named = ({ lists }: { lists: { key: string }[] }) => lists.map(({ key }) => key).toSorted();
    expect(named(await accessOf(office.call, agent))).toEqual(['night', 'support', 'welcome']);
    expect(named(await accessOf(office.call, other))).toEqual(['welcome']);
  });

  it('C-63 name only who and what is of the account', async () => {
    const theirs = await openOffice(cloud());
    const subjects = [theirs.administrator.userId];
    const answer = await conditionally(office.call, 'PUT', listAt('queue', 'sales'), { subjects });
    expectRefused(answer, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/subjects/0' }]);
    expectRefused(await office.call('PUT', listAt('queue', 'sales'), { subjects: [] }), 'if-match-required');
  });
});
