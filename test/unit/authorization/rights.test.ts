import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { firstPolicy, type Policy } from '../../../core/domain/authorization/policy.ts';
import { AGENCY_ROLES, type Given, rightsOf } from '../../../core/domain/authorization/rights.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { PAGE_KEYS } from '../../../core/domain/pages.ts';
import { PERMISSION_KEYS, PERMISSIONS } from '../../../core/domain/permissions.ts';
import { ROLE_IDS, ROLES } from '../../../core/domain/roles.ts';
import { byHand, memberIn } from './authorities.ts';
import { chain, folderNamed, policyOf, roleNamed } from './policies.ts';

const of = (policy: Policy, given: Given) => rightsOf(compilePolicy(policy), given);
const withHand = (more: Parameters<typeof byHand>[0], folderId?: string) =>
  memberIn(folderId, { byHand: byHand(more) });
const sorted = (keys: Iterable<string>) => [...keys].sort();

const NOTHING = {
  role: undefined,
  designation: 'agent',
  isAdministrator: false,
  dataViewLevel: 'own',
  sitePermissionLevel: 'user',
};

describe('the role', () => {
  const policy = policyOf({
    root: { role: 'call-agent' },
    folders: [
      folderNamed('sales', { role: 'sales-agent' }),
      folderNamed('night', { parentId: 'fld_sales' }),
      folderNamed('plain'),
    ],
    roles: [roleNamed('closer', { permissions: ['manage-leads'] })],
  });

  it.each([
    [ROOT_FOLDER, 'call-agent'],
    ['fld_sales', 'sales-agent'],
    ['fld_night', 'sales-agent'],
    ['fld_plain', 'call-agent'],
  ])('C-7 in %s is that of the nearest folder that names one: %s', (folderId, role) => {
    expect(of(policy, memberIn(folderId)).role).toBe(role);
    expect(of(policy, memberIn(folderId, { byHand: undefined })).role).toBe(role);
  });

  it('C-7 C-8 chosen by hand wins over the folder’s, and decides the base set of permissions', () => {
    const { role, permissions } = of(policy, withHand({ role: 'rol_closer' }, 'fld_night'));
    expect(role).toBe('rol_closer');
    expect([...permissions]).toEqual(['manage-leads']);
  });

  it('C-7 follows the folder live: nothing of it is kept on the member', () => {
    const member = memberIn('fld_night');
    const sales = folderNamed('sales', { role: 'lead-agent' });
    const changed = { ...policy, folders: { ...policy.folders, fld_sales: sales } };
    expect(of(policy, member).role).toBe('sales-agent');
    expect(of(changed, member).role).toBe('lead-agent');
  });

  it.each([
    ['a role that is not there', withHand({ role: 'rol_gone', grants: ['create-user'], pages: ['users'] })],
    ['a folder that is not there', withHand({ role: 'administrator', grants: ['create-user'] }, 'fld_gone')],
    ['no folder at all', withHand({ role: 'administrator' }, '')],
  ])('gives nothing with %s: no permission, no page, nobody in reach', (_, given) => {
    const rights = of(policy, given);
    expect(rights.permissions.size + rights.given.size + rights.pages.size).toBe(0);
    expect(rights).toMatchObject({ isAdministrator: false, designation: 'agent' });
    expect(rights.reach).toEqual(new Set());
  });

  it('gives nothing where neither hand nor folder names one', () => {
    const rights = of(
      policyOf({ root: { permissions: ['use-sip'] } }),
      withHand({ grants: ['create-user'] }),
    );
    expect(rights).toMatchObject(NOTHING);
    expect(rights.permissions.size).toBe(0);
  });

  it('gives nothing in a folder that hangs on nothing, or in a circle', () => {
    const lost = policyOf({
      folders: [
        folderNamed('loose', { parentId: 'fld_gone' }),
        folderNamed('a', { parentId: 'fld_b' }),
        folderNamed('b', { parentId: 'fld_a' }),
        folderNamed('self', { parentId: 'fld_self' }),
      ],
    });
    for (const folderId of ['fld_loose', 'fld_a', 'fld_b', 'fld_self'])
      expect(of(lost, withHand({ role: 'administrator' }, folderId))).toMatchObject(NOTHING);
  });

  it('D-2 first policy: whoever has nothing by hand is call agent, with folder tools', () => {
    const rights = of(firstPolicy(newId('account')), memberIn());
    expect(rights.role).toBe('call-agent');
    expect(sorted(rights.permissions)).toEqual(['use-folder-tools', 'use-sip']);
  });
});

describe('permissions', () => {
  const policy = policyOf({
    root: { role: 'agent', permissions: ['start-im'] },
    folders: [
      folderNamed('sales', { permissions: ['manage-leads'] }),
      folderNamed('night', { parentId: 'fld_sales', permissions: ['export-leads'], role: 'call-agent' }),
      folderNamed('other', { permissions: ['search-users'] }),
    ],
  });

  it('C-15 are those of the role with those of every folder from the root down', () => {
    expect(sorted(of(policy, memberIn('fld_night')).permissions)).toEqual(
      ['start-im', 'manage-leads', 'export-leads', ...ROLES['call-agent'].permissions].sort(),
    );
    expect(of(policy, memberIn('fld_sales')).permissions.has('export-leads')).toBe(false);
    expect(of(policy, memberIn('fld_sales')).permissions.has('search-users')).toBe(false);
  });

  it('C-15 come from ten folders down as well as from one', () => {
    const deep = chain(10).map((folder, index) =>
      index === 0 ? { ...folder, permissions: ['manage-voip' as const] } : folder,
    );
    const { permissions } = of(policyOf({ root: { role: 'agent' }, folders: deep }), memberIn('fld_10'));
    expect(permissions.has('manage-voip')).toBe(true);
  });

  it('C-15 E-21 have more ticked for one member, and nobody else', () => {
    const one = withHand({ grants: ['add-queue'] }, 'fld_sales');
    expect(of(policy, one).permissions.has('add-queue')).toBe(true);
    expect(of(policy, memberIn('fld_sales')).permissions.has('add-queue')).toBe(false);
  });

  it.each(ROLE_IDS)('C-8 C-15 of a %s: the folder adds to them, unless the role is closed', (role) => {
    const { permissions } = of(policy, withHand({ role }, 'fld_sales'));
    const facts: { closed?: true; permissions: readonly string[] } = ROLES[role];
    const added = facts.closed ? [] : ['start-im', 'manage-leads'];
    expect(sorted(permissions)).toEqual([...new Set([...facts.permissions, ...added])].sort());
  });

  it('D-18 E-21 a closed role takes nothing from the folder, and yet what is ticked for the member', () => {
    const billing = withHand({ role: 'billing-manager', grants: ['use-sip'] }, 'fld_night');
    expect(sorted(of(policy, billing).permissions)).toEqual(['use-sip', 'view-billing']);
  });

  it('D-18 a closed role as a folder’s closes it for everybody in it', () => {
    const closed = policyOf({ root: { role: 'billing-manager', permissions: ['use-sip'] } });
    expect([...of(closed, memberIn()).permissions]).toEqual(['view-billing']);
  });

  it.each([
    ['C-29', 'add-did', 'manage-voip'],
    ['C-42', 'broadcast-im', 'start-im'],
    ['D-19', 'edit-call-log', 'view-call-log'],
  ] as const)('%s %s has no effect without %s, wherever that one comes from', (_, key, needed) => {
    const bare = policyOf({ root: { role: 'page-designer' } });
    const alone = of(bare, withHand({ grants: [key] }));
    expect([alone.given.has(key), alone.permissions.has(key)]).toEqual([true, false]);
    expect(of(bare, withHand({ grants: [key, needed] })).permissions.has(key)).toBe(true);
    const inFolder = policyOf({ root: { role: 'agent', permissions: [needed] } });
    expect(of(inFolder, withHand({ grants: [key] })).permissions.has(key)).toBe(true);
    const byRole = policyOf({ roles: [roleNamed('r', { permissions: [needed] })], root: { role: 'rol_r' } });
    expect(of(byRole, withHand({ grants: [key] })).permissions.has(key)).toBe(true);
  });

  it('C-43 C-56 for managers have no effect for agents, however they came by them; create user has', () => {
    const everything = withHand({ role: 'call-agent', grants: [...PERMISSION_KEYS] });
    const { permissions, given } = of(policy, everything);
    const managers = PERMISSION_KEYS.filter((key) => 'managersOnly' in PERMISSIONS[key]);
    expect(given.size).toBe(PERMISSION_KEYS.length);
    expect(sorted(permissions)).toEqual(PERMISSION_KEYS.filter((key) => !managers.includes(key)).sort());
    expect(permissions.has('create-user')).toBe(true);
    expect(of(policy, withHand({ role: 'manager', grants: [...PERMISSION_KEYS] })).permissions.size).toBe(
      PERMISSION_KEYS.length,
    );
  });

  it('C-43 count the designation of the account’s own roles', () => {
    const named = (designation: 'agent' | 'manager') =>
      policyOf({ roles: [roleNamed('r', { designation, permissions: ['modify-security'] })] });
    const member = withHand({ role: 'rol_r' });
    expect(of(named('agent'), member).permissions.size).toBe(0);
    expect([...of(named('manager'), member).permissions]).toEqual(['modify-security']);
  });
});

describe('pages', () => {
  const policy = policyOf({ root: { role: 'customer-service-agent' } });

  it('E-15 are the defaults of the role, with those that permissions unlock', () => {
    expect([...of(policy, memberIn()).pages]).toEqual(['customer-service']);
    const billing = of(policy, withHand({ grants: ['view-billing'] }));
    expect(sorted(billing.pages)).toEqual(['billing', 'customer-service']);
  });

  it('E-18 by hand replace those of the role, and never what a permission unlocks', () => {
    const { pages } = of(policy, withHand({ pages: ['order-entry'], grants: ['view-billing'] }));
    expect(sorted(pages)).toEqual(['billing', 'order-entry']);
  });

  it('E-19 can be taken away to the last', () => {
    expect(of(policy, withHand({ pages: [] })).pages.size).toBe(0);
  });

  it('C-29 C-43 are not unlocked by a permission without effect', () => {
    const { pages } = of(policy, withHand({ pages: [], grants: ['add-did', 'modify-security'] }));
    expect(pages.size).toBe(0);
  });

  it('D-17 are all there for an administrator', () => {
    expect(of(policy, withHand({ role: 'administrator' })).pages.size).toBe(PAGE_KEYS.length);
  });
});

describe('levels', () => {
  const policy = policyOf({
    root: { role: 'rol_lead' },
    roles: [roleNamed('lead', { dataViewLevel: 'folder', sitePermissionLevel: 'manager' })],
  });

  it('A-4 are those of the role, unless told by hand', () => {
    expect(of(policy, memberIn())).toMatchObject({ dataViewLevel: 'folder', sitePermissionLevel: 'manager' });
    const told = withHand({ dataViewLevel: 'account', sitePermissionLevel: 'user' });
    expect(of(policy, told)).toMatchObject({ dataViewLevel: 'account', sitePermissionLevel: 'user' });
  });
});

describe('an agency role', () => {
  it.each(AGENCY_ROLES)(
    'D-23 D-25 %s adds to what an administrator has, and sees the agency',
    (agencyRole) => {
      const rights = of(
        policyOf(),
        memberIn(ROOT_FOLDER, { byHand: byHand({ role: 'administrator' }), agencyRole }),
      );
      expect(rights.permissions.size).toBe(PERMISSION_KEYS.length);
      expect(rights).toMatchObject({ isAdministrator: true, dataViewLevel: 'agency', reach: 'everything' });
    },
  );

  it('D-23 D-25 alone makes an agency administrator administrator of every account, and the others not', () => {
    const alone = (agencyRole: (typeof AGENCY_ROLES)[number]) =>
      of(policyOf(), { userId: newId('user'), folderId: '', byHand: undefined, agencyRole });
    expect(alone('agency-administrator')).toMatchObject({ isAdministrator: true, reach: 'everything' });
    const marketing = alone('marketing-manager');
    expect(marketing).toMatchObject({ isAdministrator: false, designation: 'manager' });
    expect(sorted(marketing.permissions)).toEqual([...ROLES['marketing-manager'].permissions].sort());
    expect([...alone('agency-billing-manager').permissions]).toEqual(['view-billing']);
  });
});
