import { describe, expect, it } from 'vitest';
import { PAGE_KEYS, PAGES } from '../../../core/domain/pages.ts';
import {
  PERMISSION_KEYS,
  PERMISSION_SECTION_TITLES,
  PERMISSION_SECTIONS,
  PERMISSIONS,
  type Permission,
  type PermissionFacts,
} from '../../../core/domain/permissions.ts';
import { ROLES, type Role } from '../../../core/domain/roles.ts';

const facts: Record<Permission, PermissionFacts> = PERMISSIONS;
const having = (wanted: (one: PermissionFacts) => unknown) =>
  PERMISSION_KEYS.filter((key) => wanted(facts[key]));
const SENTENCES = /^[A-Z].*\.$/;

describe('the permissions', () => {
  /** What the catalogue says of each, as marks that its help text must bear. */
  const SAID: readonly (readonly [string, Permission, readonly RegExp[]])[] = [
    ['B-8', 'edit-contacts', [/contacts/]],
    ['C-16', 'manage-leads', [/leads on the dashboard/, /upload/, /playlists/, /view campaigns/]],
    ['C-16', 'manage-leads', [/dialer report/, /lead reports/, /recent calls/]],
    ['C-17', 'export-leads', [/result files/]],
    ['C-18', 'allow-automation', [/automation link/]],
    ['C-19 C-63', 'write-email-templates', [/email templates one has access to/, /access list/]],
    ['C-20', 'play-recordings', [/every call log one may see/, /manage VoIP also download/]],
    ['C-21', 'view-call-log', [/call log/, /oneself and the users one has access to/]],
    ['C-22', 'view-agent-reports', [/productivity and agent/, /oneself and the users one has access to/]],
    ['C-23', 'view-sales-reports', [/sales reports/, /oneself and the users one has access to/]],
    ['C-24', 'use-sip', [/Make and take calls/]],
    ['C-25', 'manage-voip', [/settings page/, /inbound flow of numbers/, /queues and IVRs one may edit/]],
    ['C-25', 'manage-voip', [/research calls/, /recent calls/]],
    ['C-26', 'add-ivr', [/Add an IVR/]],
    ['C-27', 'add-queue', [/Add a queue/, /one has access to does not need it/]],
    ['C-28 C-58 C-60', 'set-caller-id', [/dial pad/, /account’s numbers/, /default number/]],
    ['C-29', 'add-did', [/Order phone numbers/, /Needs manage VoIP/]],
    ['C-30', 'pause-recordings', [/Pause the recording/]],
    ['C-31', 'search-leads', [/all leads/]],
    ['C-32', 'search-profiles', [/all profiles/, /after its first action/, /disposition/, /transfer/]],
    ['C-33', 'search-users', [/all users/, /any profile/, /security cannot be changed without/]],
    ['C-34', 'use-folder-tools', [/shared files, my files/, /callbacks/, /users who have read permission/]],
    ['C-35', 'use-folder-tools', [/Without it.* only by calendar and alerts/]],
    ['C-36', 'use-folder-tools', [/On by default/, /only the platform’s support/]],
    ['C-37', 'create-user', [/in every folder/]],
    ['C-56 C-57', 'create-user', [/no administrator/, /read, write and store/]],
    ['C-38', 'modify-security', [/of another user/, /only the ones that one holds on one’s own profile/]],
    ['C-12 C-33 C-43', 'edit-users', [/profile/, /no security change/, /where one may write/]],
    ['B-15 B-16', 'manage-work', [/campaigns/, /agent groups/, /agent statuses/, /schedules/]],
    ['C-39', 'create-group', [/Create groups/, /folders that users live in/]],
    ['C-40', 'modify-group', [/Modify groups/, /folders that users live in/]],
    ['C-41', 'start-im', [/Start/, /Without it one can receive and reply/]],
    ['C-42', 'broadcast-im', [/to all/, /Needs start IM/]],
    ['D-4 D-27', 'manage-access-groups', [/narrow/, /only agents, call managers and report managers/]],
    ['D-18', 'view-billing', [/payments made/, /statements to print/]],
    ['B-11', 'manage-billing', [/Buy and give up seats/, /when none is free/, /Needs view billing/]],
    ['D-19', 'edit-call-log', [/Edit.*call log/]],
    ['E-12 E-20', 'manage-api-users', [/endpoints/, /source addresses/]],
    ['X-4', 'manage-roles', [/no permission that one does not hold/]],
  ];

  it.each(SAID)('%s says of %s what the catalogue says', (_, key, marks) => {
    for (const mark of marks) expect(facts[key].help).toMatch(mark);
  });

  it('C-14 each have a help text with the catalogue’s words in it, and a name', () => {
    expect([...new Set(SAID.map(([, key]) => key))].sort()).toEqual([...PERMISSION_KEYS].sort());
    for (const { name, help } of Object.values(facts)) {
      expect(help).toMatch(SENTENCES);
      expect(name).toMatch(/^[A-Z]/);
    }
    const names = Object.values(facts).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are in sections that follow one another, each with a title and something in it', () => {
    const sections = PERMISSION_KEYS.map((key) => facts[key].section);
    const runs = sections.filter((section, index) => section !== sections[index - 1]);
    expect(runs.sort()).toEqual([...PERMISSION_SECTIONS].sort());
    for (const title of Object.values(PERMISSION_SECTION_TITLES)) expect(title).toMatch(/^[A-Z]/);
  });

  it('name no permission, in what they need or are combined with, that there is not, nor themselves', () => {
    for (const key of PERMISSION_KEYS) {
      const { requires = [], combinedWith } = facts[key];
      const named = [...requires, ...(combinedWith ? [combinedWith.permission] : [])];
      expect(PERMISSION_KEYS).toEqual(expect.arrayContaining(named));
      expect(named).not.toContain(key);
    }
  });

  it('never need each other in a circle', () => {
    const needed = new Map<string, readonly string[]>(
      PERMISSION_KEYS.map((key) => [key, facts[key].requires ?? []]),
    );
    const follow = (key: string, behind: readonly string[]): void => {
      expect(behind).not.toContain(key);
      for (const next of needed.get(key) ?? []) follow(next, [...behind, key]);
    };
    for (const key of PERMISSION_KEYS) follow(key, []);
  });

  it('C-29 C-42 D-19 need another in four cases, and say so', () => {
    expect(having(({ requires }) => requires)).toEqual([
      'edit-call-log',
      'add-did',
      'broadcast-im',
      'manage-billing',
    ]);
    expect(facts['add-did'].requires).toEqual(['manage-voip']);
    expect(facts['broadcast-im'].requires).toEqual(['start-im']);
    expect(facts['manage-billing'].requires).toEqual(['view-billing']);
    expect(facts['edit-call-log'].requires).toEqual(['view-call-log']);
    expect(having(({ help }) => /Needs/.test(help))).toEqual(having(({ requires }) => requires));
  });

  it('C-20 give more together with another in one case: recordings can be downloaded with manage VoIP', () => {
    expect(having(({ combinedWith }) => combinedWith)).toEqual(['play-recordings']);
    expect(facts['play-recordings'].combinedWith?.permission).toBe('manage-voip');
    expect(facts['play-recordings'].combinedWith?.gives).toMatch(/download/i);
    expect(facts['play-recordings'].requires).toBeUndefined();
  });

  it('C-36 are taken out of a folder only by the platform’s support in one case', () => {
    expect(having(({ supportOnly }) => supportOnly)).toEqual(['use-folder-tools']);
  });

  it('C-43 C-56 have an effect only for managers where others are edited, but not where users are added', () => {
    const managers = having(({ managersOnly }) => managersOnly);
    expect(managers.sort()).toEqual([
      'create-group',
      'edit-users',
      'manage-access-groups',
      'manage-api-users',
      'manage-roles',
      'manage-work',
      'modify-group',
      'modify-security',
    ]);
    expect(having(({ help }) => /For managers only/.test(help)).sort()).toEqual(managers);
  });

  it('C-16 C-25 unlock the pages that the catalogue names', () => {
    const { pages: leads } = facts['manage-leads'];
    expect(leads).toEqual(expect.arrayContaining(['dashboard', 'leads', 'playlists', 'campaigns']));
    expect(leads).toEqual(expect.arrayContaining(['dialer-report', 'lead-reports', 'recent-calls']));
    const { pages: voip } = facts['manage-voip'];
    expect(voip).toEqual(expect.arrayContaining(['voip-settings', 'numbers', 'queues', 'ivrs']));
    expect(voip).toEqual(expect.arrayContaining(['research-calls', 'recent-calls']));
  });
});

describe('the pages', () => {
  it('C-14 each have a name of their own and a help text', () => {
    const names = PAGE_KEYS.map((key) => PAGES[key].name);
    expect(new Set(names).size).toBe(names.length);
    for (const key of PAGE_KEYS) expect(PAGES[key].help).toMatch(SENTENCES);
  });

  it('E-15 E-18 each come with a permission, or by default with a role that is no administrator’s', () => {
    const roles: readonly Role[] = Object.values(ROLES).filter(
      ({ permissions }) => permissions.length < PERMISSION_KEYS.length,
    );
    const unlocked = new Set([
      ...Object.values(facts).flatMap(({ pages }) => pages),
      ...roles.flatMap(({ pages }) => pages),
    ]);
    expect([...unlocked].sort()).toEqual([...PAGE_KEYS].sort());
  });

  it('C-43 leave out one’s own account settings: they are everybody’s', () => {
    expect(PAGE_KEYS.filter((key) => /account-settings|my-(profile|account)/.test(key))).toEqual([]);
  });
});
