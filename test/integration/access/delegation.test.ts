import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  type Colleague,
  changeAccess,
  conditionally,
  expectRefused,
  HERE,
  hire,
  openRootTo,
  type Person,
  postOf,
  welcome,
} from './people.ts';

const cloud = useSharedCloud();
const ABOVE = 'export-leads';

let office: Office;
/** A manager who reaches everything, has every right in every folder, and is no administrator. */
let lead: Person;
let agent: Colleague;
let exporter: Colleague;

/** Made by the administrator: what gives more than the managers hold. */
let richRole: string;
let richFolder: string;
let team: string;

const at = (rest: string, { accountId } = office) => `/accounts/${accountId}/${rest}`;
const make = async (rest: string, body: unknown, call = office.call) => {
  const answer = await call('POST', at(rest), body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
};
const roleFields = (more: Record<string, unknown> = {}) => ({
  name: `Role ${unique()}`,
  designation: 'agent',
  permissions: ['use-sip'],
  ...more,
});

beforeAll(async () => {
  office = await openOffice(cloud());
  richRole = (await make('roles', roleFields({ permissions: [ABOVE] }))).role;
  richFolder = (await make('folders', { name: 'Rich', permissions: [ABOVE] })).folderId;
  team = (await make('folders', { name: 'Team' })).folderId;
  const pages = ['call-log', 'callback-calendar', 'messages'];
  const grants = ['manage-roles', 'manage-api-users', 'manage-access-groups', 'use-sip'];
  lead = await welcome(cloud(), office, {
    permissions: { role: 'manager', grants, dataViewLevel: 'account', pages },
  });
  agent = await hire(office);
  exporter = await hire(office, { permissions: { role: 'call-agent', grants: [ABOVE] } });
  await openRootTo(office, lead.userId);
});

const edit = (target: () => Colleague, body: () => Record<string, unknown>) => () =>
  changeAccess(lead.call, target(), body());
const onboard = (body: () => Parameters<typeof postOf>[0]) => () =>
  lead.call('POST', at('onboardings'), postOf(body()));
const send = (method: 'POST' | 'PUT' | 'DELETE', rest: () => string, body?: () => unknown) => () =>
  method === 'POST'
    ? lead.call('POST', at(rest()), body?.())
    : conditionally(lead.call, method, at(rest()), body?.());

/** Every way in by which somebody can get more, or less, than whoever acts holds. Ways that come later join. */
const WAYS: Record<string, () => Promise<Answer>> = {
  'a role of the account': edit(
    () => agent,
    () => ({ role: richRole }),
  ),
  'the role administrator': edit(
    () => agent,
    () => ({ role: 'administrator' }),
  ),
  'a grant': edit(
    () => agent,
    () => ({ grants: [ABOVE] }),
  ),
  'a grant taken away': edit(
    () => exporter,
    () => ({ grants: [] }),
  ),
  'a page': edit(
    () => agent,
    () => ({ pages: ['products'] }),
  ),
  'a data-view level': edit(
    () => agent,
    () => ({ dataViewLevel: 'agency' }),
  ),
  'a site permission level': edit(
    () => agent,
    () => ({ sitePermissionLevel: 'administrator' }),
  ),
  'a move into a folder that gives more': edit(
    () => agent,
    () => ({ folderId: richFolder }),
  ),
  'networks of somebody who holds more': edit(
    () => exporter,
    () => ({ allowedNetworks: HERE }),
  ),
  'one’s own grants': edit(
    () => lead,
    () => ({ grants: [] }),
  ),
  'the security of an administrator': edit(
    () => ({ path: at(`members/${office.administrator.userId}`), userId: '', email: '' }),
    () => ({ role: 'call-agent' }),
  ),

  'a new user with a role': onboard(() => ({ permissions: { role: richRole } })),
  'a new user with a grant': onboard(() => ({ permissions: { role: 'call-agent', grants: [ABOVE] } })),
  'a new user with a page': onboard(() => ({ permissions: { role: 'call-agent', pages: ['products'] } })),
  'a new administrator': onboard(() => ({ permissions: { role: 'administrator' } })),
  'a new user in a folder that gives more': onboard(() => ({ profile: { folderId: richFolder } })),

  'a role made': send(
    'POST',
    () => 'roles',
    () => roleFields({ permissions: [ABOVE] }),
  ),
  'a role made with a page': send(
    'POST',
    () => 'roles',
    () => roleFields({ pages: ['products'] }),
  ),
  'a role copied': send(
    'POST',
    () => `roles/${richRole}/copy`,
    () => ({ name: 'Mine' }),
  ),
  'a built-in role copied': send(
    'POST',
    () => 'roles/administrator/copy',
    () => ({ name: 'Mine' }),
  ),
  'a role edited': send(
    'PUT',
    () => `roles/${richRole}`,
    () => roleFields(),
  ),
  'a role deleted': send('DELETE', () => `roles/${richRole}`),

  'a folder’s default role': send(
    'PUT',
    () => `folders/${team}`,
    () => ({ name: 'Team', role: richRole }),
  ),
  'a folder’s permissions': send(
    'PUT',
    () => `folders/${team}`,
    () => ({ name: 'T', permissions: [ABOVE] }),
  ),
  'a folder’s permissions taken away': send(
    'PUT',
    () => `folders/${richFolder}`,
    () => ({ name: 'Rich' }),
  ),
  'a folder made after a template': send(
    'POST',
    () => 'folders',
    () => ({ name: 'New', role: richRole }),
  ),
  'a folder moved below one that gives more': send(
    'PUT',
    () => `folders/${team}`,
    () => ({ name: 'Team', parentId: richFolder }),
  ),

  'an access list one is not on': send(
    'PUT',
    () => 'access-lists/queue/support',
    () => ({ subjects: [lead.userId] }),
  ),
  'an API user’s endpoint': send(
    'POST',
    () => 'api-users',
    () => ({
      ...{ name: 'Loader', endpoints: ['readAccount'], allowedNetworks: HERE },
      grants: [ABOVE],
    }),
  ),
  suspending: send('POST', () => `members/${exporter.userId}/suspend`),
  'signing out': send('POST', () => `members/${exporter.userId}/sign-out`),
  'resetting a password': send('POST', () => `members/${exporter.userId}/password-reset`),
};

describe('X-4', () => {
  it.each(Object.entries(WAYS))('X-4 nobody gives or takes more than they hold by %s', async (_, way) => {
    const before = [await accessOf(office.call, agent), await accessOf(office.call, exporter)];
    expectRefused(await way(), 'more-than-held');
    expect([await accessOf(office.call, agent), await accessOf(office.call, exporter)]).toEqual(before);
  });

  it('X-4 what one holds can be given by the same ways', async () => {
    const target = await hire(office);
    const held = { grants: ['edit-contacts'], folderId: team, dataViewLevel: 'folder' };
    expect((await changeAccess(lead.call, target, held)).status).toBe(200);
    const role = await make('roles', roleFields(), lead.call);
    expect((await changeAccess(lead.call, target, { role: role.role })).status).toBe(200);
    const started = await lead.call('POST', at('onboardings'), postOf());
    expect(started.status).toBe(202);
    await office.follow(started.body.runId);
    expect((await lead.call('POST', `${target.path}/suspend`)).status).toBe(200);
    expect((await lead.call('POST', `${target.path}/restore`)).status).toBe(200);
  });
});
