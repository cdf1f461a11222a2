import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, callerOf, type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { accessOf, type Colleague, changeAccess, hire } from './people.ts';

const cloud = useSharedCloud();
let office: Office;
/** Somebody with a role that gives nothing, of each designation. */
let manager: Colleague;
let agent: Colleague;
let catalogue: Answer['body'];
beforeAll(async () => {
  office = await openOffice(cloud());
  catalogue = (await callerOf(cloud())('GET', '/catalogue')).body;
  const blank = async (designation: string) => {
    const role = { name: `Blank ${designation}`, designation, permissions: [] };
    const { body } = await office.call('POST', `/accounts/${office.accountId}/roles`, role);
    return hire(office, { permissions: { role: body.role } });
  };
  manager = await blank('manager');
  agent = await blank('agent');
});

interface Expected {
  /** Words of the catalogue that the help text has to hold. */
  help: readonly string[];
  unlocks?: readonly string[];
  requires?: readonly string[];
  managersOnly?: true;
}

/** Every permission by its number in the feature catalogue, as the catalogue tells of it. */
const PERMISSIONS: readonly (readonly [number: string, permission: string, expected: Expected])[] = [
  [
    'C-16',
    'manage-leads',
    {
      help: [
        'dashboard',
        'upload',
        'playlists',
        'campaigns',
        'dialer report',
        'lead reports',
        'recent calls',
      ],
      unlocks: [
        'dashboard',
        'leads',
        'playlists',
        'campaigns',
        'dialer-report',
        'lead-reports',
        'recent-calls',
      ],
    },
  ],
  ['C-17', 'export-leads', { help: ['result files'], unlocks: ['lead-results'] }],
  ['C-18', 'allow-automation', { help: ['automation link'], unlocks: ['automation'] }],
  ['C-19', 'write-email-templates', { help: ['has access to'], unlocks: ['email-templates'] }],
  ['C-20', 'play-recordings', { help: ['every call log one may see', 'manage VoIP', 'download'] }],
  ['C-21', 'view-call-log', { help: ['oneself', 'has access to'], unlocks: ['call-log'] }],
  ['C-22', 'view-agent-reports', { help: ['productivity', 'oneself'], unlocks: ['agent-reports'] }],
  ['C-23', 'view-sales-reports', { help: ['oneself', 'has access to'], unlocks: ['sales-reports'] }],
  ['C-24', 'use-sip', { help: ['Make and take calls'], unlocks: ['softphone'] }],
  [
    'C-25',
    'manage-voip',
    {
      help: ['settings page', 'inbound flow of numbers', 'queues', 'IVRs', 'research calls', 'recent calls'],
      unlocks: ['voip-settings', 'numbers', 'queues', 'ivrs', 'research-calls', 'recent-calls'],
    },
  ],
  ['C-26', 'add-ivr', { help: ['Editing', 'does not need it'], unlocks: ['ivrs'] }],
  ['C-27', 'add-queue', { help: ['Editing', 'does not need it'], unlocks: ['queues'] }],
  ['C-28', 'set-caller-id', { help: ['dial pad'] }],
  [
    'C-29',
    'add-did',
    { help: ['Order phone numbers', 'manage VoIP'], unlocks: ['numbers'], requires: ['manage-voip'] },
  ],
  ['C-30', 'pause-recordings', { help: ['Pause'] }],
  ['C-31', 'search-leads', { help: ['all leads'], unlocks: ['search'] }],
  ['C-32', 'search-profiles', { help: ['first action', 'disposition', 'transfer'], unlocks: ['search'] }],
  ['C-33', 'search-users', { help: ['open any profile', 'modify security'], unlocks: ['users'] }],
  [
    'C-34 C-35 C-36',
    'use-folder-tools',
    {
      help: [
        'shared files',
        'my files',
        'callbacks',
        'read permission',
        'calendar and alerts',
        'On by default',
        'support',
      ],
      unlocks: ['shared-files', 'my-files', 'callback-folders'],
    },
  ],
  [
    'C-37 C-56 C-57',
    'create-user',
    {
      help: ['in every folder', 'no administrator', 'read, write and store'],
      unlocks: ['users', 'onboardings', 'folders'],
    },
  ],
  [
    'C-38',
    'modify-security',
    { help: ['only the ones that one holds'], unlocks: ['users'], managersOnly: true },
  ],
  [
    'C-39',
    'create-group',
    { help: ['folders that users live in'], unlocks: ['folders'], managersOnly: true },
  ],
  [
    'C-40',
    'modify-group',
    { help: ['folders that users live in'], unlocks: ['folders'], managersOnly: true },
  ],
  ['C-41', 'start-im', { help: ['receive and reply'], unlocks: ['messages'] }],
  ['C-42', 'broadcast-im', { help: ['to all', 'start IM'], unlocks: ['messages'], requires: ['start-im'] }],
  ['B-8', 'edit-contacts', { help: ['contacts'] }],
  ['D-18', 'view-billing', { help: ['payments made', 'statements to print'], unlocks: ['billing'] }],
  ['B-11', 'manage-billing', { help: ['give up seats'], unlocks: ['billing'], requires: ['view-billing'] }],
  ['D-19', 'edit-call-log', { help: ['Edit'], unlocks: ['call-log'], requires: ['view-call-log'] }],
  ['D-4 D-27', 'manage-access-groups', { help: ['narrow'], unlocks: ['access-groups'], managersOnly: true }],
  [
    'E-12 E-20',
    'manage-api-users',
    { help: ['endpoints', 'source addresses'], unlocks: ['api-users'], managersOnly: true },
  ],
  [
    'C-12 C-43',
    'edit-users',
    { help: ['profile', 'no security change', 'may write'], unlocks: ['users'], managersOnly: true },
  ],
  [
    'B-15 B-16',
    'manage-work',
    { help: ['campaigns', 'agent groups', 'statuses'], unlocks: ['campaigns'], managersOnly: true },
  ],
  ['D-2', 'manage-roles', { help: ['does not hold'], unlocks: ['roles'], managersOnly: true }],
];

describe('permissions', () => {
  it('C-14 the catalogue holds every one, and every option has a help text', () => {
    const keys = catalogue.permissions.map(({ permission }: { permission: string }) => permission);
    expect(keys.toSorted()).toEqual(PERMISSIONS.map(([, permission]) => permission).toSorted());
    const { permissions, pages, designations, roles, licenses, apps } = catalogue;
    for (const option of [permissions, pages, designations, roles, licenses, apps].flat()) {
      expect(option.name).not.toBe('');
      expect([option, option.help.length > 10]).toEqual([option, true]);
    }
    for (const endpoint of catalogue.endpoints) expect(endpoint.summary).not.toBe('');
  });

  it('A-12 C-44 it explains every license, and which app needs which', () => {
    const { licenses, apps } = catalogue;
    expect(licenses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'lmp', mode: 'named', calling: false }),
        expect.objectContaining({ kind: 'dialer', mode: 'named', calling: true }),
        expect.objectContaining({ kind: 'crm', mode: 'concurrent', app: 'crm-connector' }),
      ]),
    );
    const names = apps.map(({ app }: { app: string }) => app);
    for (const { app } of licenses) if (app !== undefined) expect(names).toContain(app);
  });

  it.each(PERMISSIONS)('%s %s is told of, and granted it has effect', async (_, permission, expected) => {
    const { help, unlocks = [], requires = [], managersOnly } = expected;
    const told = catalogue.permissions.find((each: { permission: string }) => each.permission === permission);
    for (const words of help) expect(told.help).toContain(words);
    expect(told).toMatchObject({ requires, unlocks, managersOnly: managersOnly === true });

    await changeAccess(office.call, manager, { grants: [permission, ...requires] });
    const whole = await accessOf(office.call, manager);
    expect(whole.effective).toEqual(expect.arrayContaining([permission, ...requires]));
    expect(whole.pageKeys).toEqual(expect.arrayContaining([...unlocks]));

    const state = async (who: Colleague) => {
      await changeAccess(office.call, who, { grants: [permission] });
      const { permissions } = await accessOf(office.call, who);
      return permissions.find((each: { permission: string }) => each.permission === permission);
    };
    expect(await state(manager)).toMatchObject({ effective: requires.length === 0, lacks: requires });
    const lacks = [...requires, ...(managersOnly ? ['designation manager'] : [])];
    expect(await state(agent)).toMatchObject({ effective: lacks.length === 0, lacks });
  });

  it('C-20 with manage VoIP, play recordings also downloads', () => {
    expect(catalogue.permissions).toContainEqual(
      expect.objectContaining({
        permission: 'play-recordings',
        combinedWith: { permission: 'manage-voip', gives: 'Download recordings.' },
      }),
    );
  });
});
