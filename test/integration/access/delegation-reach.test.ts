import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { changeAccess, conditionally, expectRefused, hire, type Person, postOf, welcome } from './people.ts';

const cloud = useSharedCloud();
const agencyId = newId('agency');
let office: Office;
let branch: Office;
/** Of the account, a folder with whatever is in it, and a group that opens it with one campaign. */
let team: string;
let teamGroup: string;
/** A group that opens everything. */
let wideGroup: string;
/** A manager who reaches the team and its campaign, and has every right in its folder. */
let lead: Person;

const at = (rest: string, { accountId } = office) => `/accounts/${accountId}/${rest}`;
const make = async (rest: string, body: unknown) => {
  const answer = await office.call('POST', at(rest), body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
};

const MANAGING = {
  designation: 'manager',
  permissions: ['create-user', 'modify-security', 'modify-group', 'manage-access-groups', 'use-sip'],
  pages: ['call-log', 'callback-calendar', 'messages'],
  mayJoinGroups: true,
};

beforeAll(async () => {
  office = await openOffice(cloud(), { agency: { agencyId, name: 'Sunrise Group' } });
  branch = await openOffice(cloud(), { name: 'Branch', agency: { agencyId } });
  await office.furnish([{ kind: 'campaign', key: 'solar' }]);
  team = (await make('folders', { name: 'Team' })).folderId;
  teamGroup = (await make('groups', { name: 'Team', folders: [team], work: ['campaign/solar'] })).groupId;
  wideGroup = (await make('groups', { name: 'Wide', folders: ['fld_root'] })).groupId;
  const { role } = await make('roles', { name: 'Team lead', ...MANAGING, dataViewLevel: 'folder' });
  lead = await welcome(cloud(), office, {
    permissions: { role, groups: [teamGroup] },
    profile: { folderId: team },
  });
  const access = { read: [lead.userId], write: [lead.userId], store: [lead.userId] };
  await conditionally(office.call, 'PUT', at(`folders/${team}`), { name: 'Team', access });
});

/** What the lead would make of somebody in the team. */
const inTeam = (permissions: Record<string, unknown> = { role: 'call-agent' }) =>
  hire(office, { permissions, profile: { folderId: team } });

describe('X-4 reach', () => {
  it('X-4 nobody opens folders or work beyond their own, by level or by group', async () => {
    const member = await inTeam({ role: 'report-manager', groups: [teamGroup] });
    for (const groups of [[], [wideGroup], [teamGroup, wideGroup]])
      expectRefused(await changeAccess(lead.call, member, { groups }), 'more-than-held');
    const other = await inTeam({ role: 'call-agent', groups: [teamGroup] });
    const widened = await changeAccess(lead.call, other, { dataViewLevel: 'account' });
    expectRefused(widened, 'more-than-held');
    expect((await changeAccess(lead.call, other, { dataViewLevel: 'folder' })).status).toBe(200);
  });

  it('X-4 nobody who is narrowed decides what groups open', async () => {
    const fields = { name: 'Mine', folders: [team], work: ['campaign/solar'] };
    expectRefused(await lead.call('POST', at('groups'), fields), 'more-than-held');
    const changed = await conditionally(lead.call, 'PUT', at(`groups/${teamGroup}`), fields);
    expectRefused(changed, 'more-than-held');
    const removed = await conditionally(lead.call, 'DELETE', at(`groups/${wideGroup}`));
    expectRefused(removed, 'more-than-held');
  });

  it('X-4 nobody hands out rights in a folder that they do not have there', async () => {
    const access = { read: [lead.userId], write: [lead.userId] };
    const { folderId } = await make('folders', { name: 'Attic', access });
    const answer = await conditionally(lead.call, 'PUT', at(`folders/${folderId}`), {
      name: 'Attic',
      access: { ...access, store: [lead.userId] },
    });
    expectRefused(answer, 'more-than-held');
    expect(answer.body.errors).toMatchObject([{ pointer: '/access/store' }]);
  });

  it('X-4 nobody assigns work that they do not reach', async () => {
    const request = (campaigns: readonly string[]) => ({
      ...postOf({
        permissions: { role: 'call-agent', groups: [teamGroup] },
        profile: { folderId: team },
      }),
      work: { campaigns, dialerInitiatives: [], queues: [] },
    });
    const beyond = await lead.call('POST', at('onboardings'), request(['solar', 'wind']));
    expectRefused(beyond, 'more-than-held');
    expect(beyond.body.errors).toMatchObject([{ pointer: '/work' }]);
    const within = await lead.call('POST', at('onboardings'), request(['solar']));
    expect(within.status).toBe(202);
    await office.follow(within.body.runId);
  });

  it.each([
    ['write', 'lead-agent'],
    ['store', 'sales-agent'],
  ])(
    'X-4 nobody gives a role or a group that a folder trusts to %s where they may not',
    async (right, role) => {
      const trusted = await make('groups', {
        name: `To ${right}`,
        folders: [team],
        work: ['campaign/solar'],
      });
      const subjects = [trusted.groupId, role];
      await make('folders', { name: `Trusting to ${right}`, access: { [right]: subjects } });
      const byHand = { role: 'call-agent', pages: [], groups: [teamGroup] };
      const member = await inTeam(byHand);
      for (const edit of [{ groups: [teamGroup, trusted.groupId] }, { role }]) {
        const answer = await changeAccess(lead.call, member, edit);
        expectRefused(answer, 'more-than-held');
        expect(answer.body.errors[0].detail).toBe(
          `changes the right to ${right} in folders where you do not have it`,
        );
        const request = postOf({ permissions: { ...byHand, ...edit }, profile: { folderId: team } });
        expectRefused(await lead.call('POST', at('onboardings'), request), 'more-than-held');
      }
      expect((await changeAccess(lead.call, member, { pages: ['messages'] })).status).toBe(200);
    },
  );
});

describe('X-4 by others', () => {
  it('X-4 a run that is resumed by somebody else gives no more than they hold', async () => {
    const request = (permissions: Record<string, unknown>) =>
      postOf({ licenses: { kinds: ['lmp', 'fax'] }, permissions, profile: { folderId: team } });
    const corrected = { sections: { licenses: { kinds: ['lmp'] } } };
    const parked = async (permissions: Record<string, unknown>) => {
      const { body } = await office.call('POST', at('onboardings'), request(permissions));
      await expect(office.follow(body.runId)).resolves.toMatchObject({ status: 'failed' });
      return at(`onboardings/${body.runId}`);
    };
    for (const above of [{ role: 'administrator' }, { role: 'call-agent', grants: ['export-leads'] }]) {
      const path = await parked(above);
      const answer = await lead.call('POST', `${path}/resume`, corrected);
      expectRefused(answer, 'more-than-held');
      expect(answer.body.errors[0].pointer).toBe('/sections/permissions');
      expect((await office.call('POST', `${path}/discard`)).status).toBe(200);
    }
    const own = { role: 'call-agent', groups: [teamGroup] };
    const path = await parked(own);
    const raised = { sections: { ...corrected.sections, permissions: { ...own, grants: ['export-leads'] } } };
    expectRefused(await lead.call('POST', `${path}/resume`, raised), 'more-than-held');
    expect((await lead.call('POST', `${path}/resume`, corrected)).status).toBe(202);
    await expect(office.follow(path.split('/').at(-1) ?? '')).resolves.toMatchObject({ status: 'done' });
  });

  it('X-4 in another account one gives only what one holds there', async () => {
    const chief = await welcome(cloud(), office, { permissions: { role: 'administrator' } });
    const licenses = { kinds: ['lmp'] };
    const offer = (call: Office['call'], email: string, permissions: Record<string, unknown>) =>
      call('POST', at('access-offers'), {
        email,
        accounts: [{ accountId: branch.accountId, licenses, permissions }],
      });
    const somebody = await welcome(cloud(), office);
    expectRefused(await offer(chief.call, somebody.email, { role: 'call-agent' }), 'not-found');

    const junior = { role: 'call-agent', grants: ['create-user'] };
    const { body } = await offer(office.call, chief.email, junior);
    await branch.follow(body.runs[0].runId);
    expect((await chief.call('POST', `/me/offers/${branch.accountId}/accept`)).status).toBe(200);
    expectRefused(await offer(chief.call, somebody.email, { role: 'call-agent' }), 'not-in-folder');
    const root = at('folders/fld_root', branch);
    const { body: everyone } = await branch.call('GET', root);
    const access = { read: [chief.userId], write: [chief.userId], store: [chief.userId] };
    const { name, role, permissions } = everyone;
    await conditionally(branch.call, 'PUT', root, { name, role, permissions, access });
    for (const above of [{ role: 'administrator' }, { role: 'call-agent', grants: ['export-leads'] }])
      expectRefused(await offer(chief.call, somebody.email, above), 'more-than-held');
    expect((await offer(chief.call, somebody.email, { role: 'call-agent' })).status).toBe(202);
  });
});
