import { beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINT_KEYS } from '../../../core/domain/endpoints.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  changeAccess,
  ELSEWHERE,
  expectRefused,
  HERE,
  hire,
  openRootTo,
  postOf,
  welcome,
} from './people.ts';

/** What whoever is let into the account may call without a permission. */
const OF_ANY_MEMBER: readonly string[] = [
  'uploadFile',
  'takeOverFile',
  'listAssets',
  'readAsset',
  'readScheduleHours',
  'readAccountSettings',
];

const cloud = useSharedCloud();
let office: Office;
let quietFolder: string;
beforeAll(async () => {
  office = await openOffice(cloud());
  const folder = await office.call('POST', `/accounts/${office.accountId}/folders`, {
    name: 'Quiet',
    role: 'page-designer',
    permissions: ['search-users'],
  });
  quietFolder = folder.body.folderId;
});

const without = (some: readonly string[], others: readonly string[]) =>
  some.filter((key) => !others.includes(key)).toSorted();

/** What of one access another has not. */
const more = (one: Awaited<ReturnType<typeof accessOf>>, other: Awaited<ReturnType<typeof accessOf>>) => ({
  permissions: without(one.effective, other.effective),
  pages: without(one.pageKeys, other.pageKeys),
  endpoints: without(
    one.endpoints.map(({ endpoint }: { endpoint: string }) => endpoint),
    other.endpoints.map(({ endpoint }: { endpoint: string }) => endpoint),
  ),
});

const sorted = (gained: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(gained).map(([name, keys]) => [name, keys.toSorted()]));

describe('X-5 a preview', () => {
  const EDITS: readonly [string, () => Record<string, unknown>][] = [
    ['another role', () => ({ role: 'manager' })],
    ['the role of the folder', () => ({ role: null })],
    ['other grants', () => ({ grants: ['add-did', 'search-users'] })],
    ['pages', () => ({ pages: ['products'] })],
    ['levels', () => ({ dataViewLevel: 'account', sitePermissionLevel: 'manager' })],
    ['another folder', () => ({ folderId: quietFolder, role: null })],
    ['networks', () => ({ allowedNetworks: ELSEWHERE })],
    ['an affiliate', () => ({ role: 'affiliate', affiliateProfile: 'aff-7', grants: [] })],
  ];

  it.each(EDITS)('X-5 says of %s what then happens, and changes nothing itself', async (_, editOf) => {
    const agent = await hire(office, {
      permissions: { role: 'call-agent', grants: ['edit-contacts', 'start-im'] },
      access: { allowedNetworks: HERE },
    });
    const before = await accessOf(office.call, agent);
    const edit = editOf();
    const preview = await office.call('POST', `${agent.path}/access/preview`, edit);
    expect(preview.status).toBe(200);
    expect(await accessOf(office.call, agent)).toEqual(before);
    const changed = await changeAccess(office.call, agent, edit);
    expect(changed.status).toBe(200);
    const { lists: _lists, ...told } = changed.body;
    expect(preview.body.access).toEqual(told);
    const after = await accessOf(office.call, agent);
    expect(sorted(preview.body.added)).toEqual(more(after, before));
    expect(sorted(preview.body.removed)).toEqual(more(before, after));
    expect(preview.body.refusals).toEqual([]);
  });

  it('X-5 says what a change breaks: a requirement that is missing, C-29, C-42', async () => {
    const agent = await hire(office);
    const edit = { grants: ['add-did', 'broadcast-im'] };
    const { body } = await office.call('POST', `${agent.path}/access/preview`, edit);
    expect(body.warnings).toEqual([
      { code: 'missing-requirement', detail: 'add-did needs manage-voip.' },
      { code: 'missing-requirement', detail: 'broadcast-im needs start-im.' },
    ]);
    expect(body.added.permissions).toEqual([]);
    const whole = { grants: [...edit.grants, 'manage-voip', 'start-im'] };
    const complete = await office.call('POST', `${agent.path}/access/preview`, whole);
    expect(complete.body.warnings).toEqual([]);
    expect(complete.body.added.permissions.toSorted()).toEqual(whole.grants.toSorted());
  });

  it('X-5 says why a change would be refused', async () => {
    const agent = await hire(office);
    const lead = await welcome(cloud(), office, { permissions: { role: 'manager' } });
    const edit = { grants: ['export-leads'] };
    const preview = (body: Record<string, unknown>) =>
      lead.call('POST', `${agent.path}/access/preview`, body);
    expect((await preview(edit)).body.refusals).toEqual(
      expect.arrayContaining([
        { pointer: '', detail: 'changes permissions that you do not hold: export-leads' },
        { pointer: '', detail: 'changes pages that you do not hold: lead-results' },
        { pointer: '', detail: 'needs the right to write in the folder' },
      ]),
    );
    await openRootTo(office, lead.userId);
    const { body } = await preview(edit);
    const refusal = await changeAccess(lead.call, agent, edit);
    expectRefused(refusal, 'more-than-held');
    expect(refusal.body.errors).toEqual(body.refusals);
    expect((await preview({ role: 'no-such' })).status).toBe(400);
    const unknown = await preview({ role: 'affiliate' });
    expect(unknown.body.refusals).toContainEqual(expect.objectContaining({ pointer: '/affiliateProfile' }));
  });

  it.each([
    ['by hand', () => ({ permissions: { role: 'report-manager', grants: ['start-im'] } })],
    ['by folder', () => ({ folderId: quietFolder, permissions: {} })],
  ])('X-5 says what somebody new would get %s, and that is what they get', async (_, postFor) => {
    const post: { folderId?: string; permissions: Record<string, unknown> } = postFor();
    const preview = await office.call('POST', `/accounts/${office.accountId}/access-preview`, post);
    expect(preview).toMatchObject({ status: 200, body: { refusals: [] } });
    const { folderId, permissions } = post;
    const person = await hire(office, { permissions, profile: { ...(folderId && { folderId }) } });
    const { lists: _lists, effective, pageKeys, ...told } = await accessOf(office.call, person);
    expect(preview.body.access).toEqual(told);
    expect(preview.body.added.permissions).toEqual(effective);
    expect(preview.body.added.pages).toEqual(pageKeys);
  });

  it('X-5 is for members who are set up: a run that is parked is corrected instead', async () => {
    const request = postOf({ licenses: { kinds: ['lmp', 'fax'] } });
    const { body } = await office.call('POST', `/accounts/${office.accountId}/onboardings`, request);
    const { userId } = await office.follow(body.runId);
    const path = `/accounts/${office.accountId}/members/${userId}`;
    expectRefused(await office.call('POST', `${path}/access/preview`, {}), 'wrong-member-status');
    expectRefused(await changeAccess(office.call, { path }, { grants: [] }), 'wrong-member-status');
  });
});

describe('GET /v1/me', () => {
  it('X-5 tells the signed-in person what they may do, for a client to draw', async () => {
    const agent = await welcome(cloud(), office, {
      permissions: { role: 'call-agent', grants: ['search-users'] },
      access: { allowedNetworks: HERE },
    });
    const access = await accessOf(office.call, agent);
    const { body } = await agent.call('GET', '/me');
    const keys = access.endpoints.map(({ endpoint }: { endpoint: string }) => endpoint);
    expect(body).toMatchObject({ userId: agent.userId, email: agent.email, offers: [] });
    expect(body.memberships).toMatchObject([
      {
        accountId: office.accountId,
        status: 'active',
        role: 'call-agent',
        permissions: access.effective,
        pages: access.pageKeys,
        endpoints: ENDPOINT_KEYS.filter((name) => keys.includes(name) || OF_ANY_MEMBER.includes(name)),
        dataViewLevel: 'own',
        sitePermissionLevel: 'user',
      },
    ]);
    expect(keys).toContain('listMembers');
    // Nothing opens it, so it is not explained.
    expect(keys).not.toContain('uploadFile');
    await changeAccess(office.call, agent, { grants: [] });
    const after = await agent.call('GET', '/me');
    expect(after.body.memberships[0].permissions).not.toContain('search-users');
    await office.call('POST', `${agent.path}/suspend`);
    const suspended = await agent.call('GET', '/me');
    expect(suspended.body.memberships).toMatchObject([
      { status: 'suspended', permissions: [], pages: [], endpoints: [] },
    ]);
  });
});
