import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  type Colleague,
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
let east: string;
let eastBelow: string;
let west: string;
let eastGroup: string;
let eastAgent: Colleague;
let belowAgent: Colleague;
let westAgent: Colleague;

const at = (rest: string) => `/accounts/${office.accountId}/${rest}`;
const make = async (rest: string, body: unknown) => {
  const answer = await office.call('POST', at(rest), body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
};
const hireIn = (folderId: string) => hire(office, { profile: { folderId } });

beforeAll(async () => {
  office = await openOffice(cloud());
  await office.furnish([{ kind: 'campaign', key: 'solar' }]);
  east = (await make('folders', { name: 'East' })).folderId;
  eastBelow = (await make('folders', { name: 'East, night', parentId: east })).folderId;
  west = (await make('folders', { name: 'West' })).folderId;
  eastGroup = (await make('groups', { name: 'East', folders: [east], work: ['campaign/solar'] })).groupId;
  eastAgent = await hireIn(east);
  belowAgent = await hireIn(eastBelow);
  westAgent = await hireIn(west);
});

/** Who a page of a list is about. */
const usersIn = ({ body }: { body: { items: { userId: string }[] } }): readonly string[] =>
  body.items.map(({ userId }) => userId).toSorted();

describe('D-4', () => {
  it('D-4 a group narrows which members its members reach', async () => {
    const permissions = { role: 'report-manager', grants: ['search-users'] };
    const person = await welcome(cloud(), office, { permissions });
    const members = () => person.call('GET', at('members?limit=100'));
    expect(usersIn(await members())).toEqual(
      expect.arrayContaining([eastAgent.userId, westAgent.userId, office.administrator.userId]),
    );
    expect((await person.call('GET', westAgent.path)).status).toBe(200);

    await changeAccess(office.call, person, { groups: [eastGroup] });
    const inEast = [eastAgent.userId, belowAgent.userId];
    expect(usersIn(await members())).toEqual([...inEast, person.userId].toSorted());
    for (const rest of ['', '/access', '/completeness']) {
      expect((await person.call('GET', `${belowAgent.path}${rest}`)).status).toBe(200);
      expectRefused(await person.call('GET', `${westAgent.path}${rest}`), 'not-found');
    }
    expect((await person.call('GET', person.path)).status).toBe(200);
    const access = await accessOf(office.call, person);
    expect(access.groups).toEqual([{ groupId: eastGroup, name: 'East', folders: [east] }]);
    expect(access.reach.everything).toBe(false);
    expect(access.reach.folders.toSorted()).toEqual([east, eastBelow].toSorted());
  });

  it('D-4 several groups open what any of them opens, and what changes in one counts at once', async () => {
    const more = await make('groups', { name: 'Moving', folders: [west] });
    const person = await welcome(cloud(), office, {
      permissions: { role: 'call-manager', grants: ['search-users'], groups: [eastGroup, more.groupId] },
    });
    const members = async () => usersIn(await person.call('GET', at('members?limit=100')));
    const [ofEast, ofBelow, ofWest] = [eastAgent.userId, belowAgent.userId, westAgent.userId];
    const self = person.userId;
    expect(await members()).toEqual([ofEast, ofBelow, ofWest, self].toSorted());
    const path = at(`groups/${more.groupId}`);
    await conditionally(office.call, 'PUT', path, { name: 'Moving', folders: [eastBelow] });
    expect(await members()).toEqual([ofEast, ofBelow, self].toSorted());
    await changeAccess(office.call, person, { groups: [more.groupId] });
    expect(await members()).toEqual([ofBelow, self].toSorted());
  });

  it('D-4 a group narrows which runs and which work its members reach', async () => {
    const person = await welcome(cloud(), office, {
      permissions: {
        role: 'report-manager',
        grants: ['create-user', 'use-sip', 'use-folder-tools'],
        pages: ['call-log', 'callback-calendar', 'messages'],
        groups: [eastGroup],
      },
    });
    await openRootTo(office, person.userId);
    const runOf = async ({ path }: Colleague) => (await office.call('GET', path)).body.onboardedBy;
    const runs = await person.call('GET', at('onboardings?limit=100'));
    const inEast = [eastAgent.userId, belowAgent.userId];
    expect(usersIn(runs)).toEqual([...inEast, person.userId].toSorted());
    expect((await person.call('GET', at(`onboardings/${await runOf(eastAgent)}`))).status).toBe(200);
    expectRefused(await person.call('GET', at(`onboardings/${await runOf(westAgent)}`)), 'not-found');

    const onboard = (campaign: string) =>
      person.call('POST', at('onboardings'), {
        ...postOf({
          profile: { folderId: east },
          permissions: { role: 'call-agent', groups: [eastGroup], grants: [] },
        }),
        work: { campaigns: [campaign], dialerInitiatives: [], queues: [] },
      });
    expectRefused(await onboard('wind'), 'more-than-held');
    const { status, body } = await onboard('solar');
    expect(status).toBe(202);
    await office.follow(body.runId);
  });

  it('D-4 nothing is narrowed by groups for administrators', async () => {
    const answer = await changeAccess(
      office.call,
      { path: at(`members/${office.administrator.userId}`) },
      { groups: [eastGroup] },
    );
    expectRefused(answer, 'invalid-request');
  });
});

describe('D-27', () => {
  const onboard = (permissions: Record<string, unknown>) =>
    office.call('POST', at('onboardings'), postOf({ permissions }));

  it.each(['call-agent', 'agent', 'call-manager', 'report-manager'])('D-27 %s may join', async (role) => {
    const person = await hire(office, { permissions: { role, groups: [eastGroup] } });
    expect((await accessOf(office.call, person)).groups).toHaveLength(1);
  });

  it.each(['administrator', 'manager', 'billing-manager', 'crm-admin', 'page-designer'])(
    'D-27 %s may not, by an onboarding or afterwards',
    async (role) => {
      const answer = await onboard({ role, groups: [eastGroup] });
      expectRefused(answer, 'invalid-request');
      expect(answer.body.errors).toMatchObject([{ pointer: '/permissions/groups' }]);
      const person = await hire(office, { permissions: { role } });
      const joined = await changeAccess(office.call, person, { groups: [eastGroup] });
      expectRefused(joined, 'invalid-request');
      expect(joined.body.errors).toMatchObject([{ pointer: '/groups' }]);
      const member = await hire(office, { permissions: { role: 'call-agent', groups: [eastGroup] } });
      expectRefused(await changeAccess(office.call, member, { role }), 'invalid-request');
    },
  );
});

describe('the groups themselves', () => {
  it('D-4 are made, listed, read, changed, and deleted once nobody is in them', async () => {
    const request = { name: 'Night', folders: [east], work: ['campaign/solar', 'queue/support'] };
    const { status, headers, body } = await office.call('POST', at('groups'), request);
    const path = at(`groups/${body.groupId}`);
    expect([status, headers.get('location'), body]).toEqual([
      201,
      `/v1${path}`,
      { ...request, groupId: body.groupId },
    ]);
    expect((await office.call('GET', at('groups'))).body.items).toContainEqual(body);
    expect((await office.call('GET', path)).body).toEqual(body);
    const member = await hire(office, { permissions: { role: 'call-agent', groups: [body.groupId] } });
    const access = { read: [body.groupId], write: [], store: [] };
    const folder = await make('folders', { name: 'Of the night', access });
    const named = await conditionally(office.call, 'DELETE', path);
    expectRefused(named, 'in-use');
    expect(named.body.errors).toEqual([
      { pointer: '', detail: 'the access lists of the folder Of the night' },
    ]);
    await conditionally(office.call, 'DELETE', at(`folders/${folder.folderId}`));
    const had = await conditionally(office.call, 'DELETE', path);
    expectRefused(had, 'in-use');
    expect(had.body.errors[0].detail).toContain(member.userId);
    await changeAccess(office.call, member, { groups: [] });
    expect((await conditionally(office.call, 'DELETE', path)).status).toBe(204);
    expectRefused(await office.call('GET', path), 'not-found');
    expectRefused(await changeAccess(office.call, member, { groups: [body.groupId] }), 'invalid-request');
  });

  it('X-11 are changed on the condition that nobody was faster, and made once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const request = { name: 'Once', folders: [west] };
    const first = await office.call('POST', at('groups'), request, headers);
    const again = await office.call('POST', at('groups'), request, headers);
    expect(again).toMatchObject({ status: 201, body: first.body });
    const path = at(`groups/${first.body.groupId}`);
    expectRefused(await office.call('PUT', path, request), 'if-match-required');
    const etag = { 'if-match': first.headers.get('etag') ?? '' };
    const both = await Promise.all([1, 2].map(() => office.call('PUT', path, request, etag)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expectRefused(await office.call('DELETE', path, undefined, etag), 'changed-meanwhile');
  });

  it('D-4 open folders of the account, at least one', async () => {
    for (const folders of [[], ['fld_01jd00000000000000000000zz']])
      expectRefused(await office.call('POST', at('groups'), { name: 'G', folders }), 'invalid-request');
  });
});
