import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { explain, gained } from '../../../core/domain/authorization/explanation.ts';
import { AGENCY_ROLES, type Given, rightsOf } from '../../../core/domain/authorization/rights.ts';
import { endpointsOf } from '../../../core/domain/endpoints.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { PAGE_KEYS } from '../../../core/domain/pages.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { ROLE_IDS } from '../../../core/domain/roles.ts';
import { byHand, memberIn } from './authorities.ts';
import { folderNamed, groupNamed, policyOf, roleNamed } from './policies.ts';

const policy = compilePolicy(
  policyOf({
    root: { role: 'call-agent', permissions: ['use-folder-tools'] },
    folders: [
      folderNamed('sales', { name: 'Sales', permissions: ['manage-leads', 'use-folder-tools'] }),
      folderNamed('closers', { name: 'Closers', parentId: 'fld_sales', role: 'rol_closer' }),
    ],
    roles: [
      roleNamed('closer', {
        name: 'Closer',
        permissions: ['manage-leads', 'use-sip'],
        pages: ['order-entry'],
      }),
    ],
    groups: [groupNamed('north', ['fld_sales'])],
  }),
);
const of = (more: Parameters<typeof byHand>[0] = {}, folderId = 'fld_closers', given: Partial<Given> = {}) =>
  explain(policy, memberIn(folderId, { byHand: byHand(more), ...given }));
const permissionIn = (explained: ReturnType<typeof of>, permission: string) =>
  explained.permissions.find((one) => one.permission === permission);
const pageIn = (explained: ReturnType<typeof of>, page: string) =>
  explained.pages.find((one) => one.page === page)?.sources;

const ROLE = { from: 'role', id: 'rol_closer', name: 'Closer', by: 'folder' };
const SALES = { from: 'folder', id: 'fld_sales', name: 'Sales' };

describe('X-5 C-53 what a member may do', () => {
  it('comes from the role by folder, or by hand', () => {
    expect(of().role).toEqual({ role: 'rol_closer', name: 'Closer', by: 'folder' });
    const hand = of({ role: 'call-manager' });
    expect(hand.role).toEqual({ role: 'call-manager', name: 'Call manager', by: 'hand' });
    expect(permissionIn(hand, 'view-call-log')?.sources).toEqual([
      { from: 'role', id: 'call-manager', name: 'Call manager', by: 'hand' },
    ]);
  });

  it('comes from every folder from the root down that gives it', () => {
    expect(of().folders).toEqual([
      { folderId: ROOT_FOLDER, name: 'Everyone' },
      { folderId: 'fld_sales', name: 'Sales' },
      { folderId: 'fld_closers', name: 'Closers' },
    ]);
    expect(permissionIn(of(), 'use-folder-tools')?.sources).toEqual([
      { from: 'folder', id: ROOT_FOLDER, name: 'Everyone' },
      SALES,
    ]);
  });

  it('names all of several sources: role, folder, grant', () => {
    expect(permissionIn(of({ grants: ['manage-leads'] }), 'manage-leads')).toEqual({
      permission: 'manage-leads',
      name: 'Manage leads',
      effective: true,
      lacks: [],
      sources: [ROLE, SALES, { from: 'grant' }],
    });
  });

  it('D-23 comes from an agency role', () => {
    const boss = of({ role: 'administrator' }, ROOT_FOLDER, { agencyRole: 'marketing-manager' });
    expect(permissionIn(boss, 'manage-leads')?.sources.map(({ from }) => from)).toEqual([
      'role',
      'agency-role',
    ]);
    expect(permissionIn(boss, 'manage-leads')?.sources[1]).toEqual({
      from: 'agency-role',
      id: 'marketing-manager',
      name: 'Marketing manager',
    });
  });

  it('C-29 C-43 shows what has no effect, and what it lacks', () => {
    const explained = of({ grants: ['add-did', 'modify-security'] });
    expect(permissionIn(explained, 'add-did')).toMatchObject({ effective: false, lacks: ['manage-voip'] });
    expect(permissionIn(explained, 'modify-security')).toMatchObject({
      effective: false,
      lacks: ['designation manager'],
    });
    expect(explained.warnings).toEqual([
      { code: 'missing-requirement', detail: 'add-did needs manage-voip.' },
      { code: 'missing-requirement', detail: 'modify-security needs designation manager.' },
    ]);
  });

  it('E-15 E-18 tells pages of the role from pages by hand and from pages that a permission unlocks', () => {
    expect(pageIn(of(), 'order-entry')).toEqual([ROLE]);
    expect(pageIn(of({ pages: ['order-entry', 'campaigns'] }), 'order-entry')).toEqual([{ from: 'grant' }]);
    expect(pageIn(of({ pages: ['campaigns'] }), 'campaigns')).toEqual([
      { from: 'grant' },
      { from: 'permission', id: 'manage-leads', name: 'Manage leads' },
    ]);
  });

  it('E-19 warns when no page is left, and not of an API user, who has none', () => {
    const none = of({ role: 'page-designer', pages: [] });
    expect(none.warnings.map(({ code }) => code)).toEqual(['no-page']);
    expect(of({ role: 'api-user' }).warnings).toEqual([]);
  });

  it('E-20 shows endpoints with the permissions that open them', () => {
    const { endpoints } = of({ grants: ['create-user', 'search-users'] });
    expect(endpoints.find(({ endpoint }) => endpoint === 'listFolders')?.permissions).toEqual([
      'create-user',
      'search-users',
    ]);
    expect(endpoints.map(({ endpoint }) => endpoint)).not.toContain('createRole');
  });

  it('A-4 D-4 E-10 shows how far they see, their groups, and the affiliate profile', () => {
    const seer = of({
      dataViewLevel: 'folder',
      groups: ['grp_north', 'grp_gone'],
      affiliateProfile: 'summer',
    });
    expect(seer.reach).toEqual({ everything: false, folders: ['fld_closers'] });
    expect(seer.groups).toEqual([{ groupId: 'grp_north', name: 'north', folders: ['fld_sales'] }]);
    expect(seer.affiliateProfile).toBe('summer');
    expect(of({ dataViewLevel: 'account' }).reach).toEqual({ everything: true, folders: [] });
  });

  it('shows nothing of what is not there', () => {
    for (const nothing of [of({ role: 'rol_gone' }), of({ role: 'administrator' }, 'fld_gone')]) {
      expect(nothing).toMatchObject({ role: undefined, permissions: [], pages: [], endpoints: [] });
      expect(nothing.warnings.map(({ code }) => code)).toEqual(['no-page']);
    }
  });
});

const hands: fc.Arbitrary<Given> = fc
  .record({
    role: fc.option(fc.constantFrom(...ROLE_IDS, 'rol_closer'), { nil: undefined }),
    grants: fc.subarray([...PERMISSION_KEYS]),
    pages: fc.option(fc.subarray([...PAGE_KEYS]), { nil: undefined }),
    folderId: fc.constantFrom(ROOT_FOLDER, 'fld_sales', 'fld_closers'),
    agencyRole: fc.option(fc.constantFrom(...AGENCY_ROLES), { nil: undefined, freq: 4 }),
  })
  .map(({ folderId, agencyRole, ...more }) => ({
    userId: newId('user'),
    folderId,
    byHand: byHand(more),
    agencyRole,
  }));

describe('X-5 an explanation', () => {
  it('tells the rights as they are decided, and a source for each', () => {
    fc.assert(
      fc.property(hands, (given) => {
        const rights = rightsOf(policy, given);
        const explained = explain(policy, given);
        const effective = explained.permissions.filter((one) => one.effective);
        expect(new Set(effective.map(({ permission }) => permission))).toEqual(rights.permissions);
        expect(new Set(explained.permissions.map(({ permission }) => permission))).toEqual(rights.given);
        expect(new Set(explained.pages.map(({ page }) => page))).toEqual(rights.pages);
        for (const { sources } of [...explained.permissions, ...explained.pages])
          expect(sources.length).toBeGreaterThan(0);
        for (const { effective: has, lacks } of explained.permissions) expect(has).toBe(lacks.length === 0);
        for (const { permissions } of explained.endpoints) expect(permissions.length).toBeGreaterThan(0);
      }),
    );
  });

  it('of a change says what it adds and takes away: before, with the one, without the other, is after', () => {
    fc.assert(
      fc.property(hands, hands, (one, other) => {
        const [before, after] = [rightsOf(policy, one), rightsOf(policy, other)];
        const [added, removed] = [gained(before, after), gained(after, before)];
        const applied = <Key>(was: Iterable<Key>, plus: readonly Key[], minus: readonly Key[]) =>
          new Set([...was, ...plus].filter((key) => !minus.includes(key)));
        expect(applied(before.permissions, added.permissions, removed.permissions)).toEqual(
          after.permissions,
        );
        expect(applied(before.pages, added.pages, removed.pages)).toEqual(after.pages);
        expect(applied(endpointsOf(before.permissions), added.endpoints, removed.endpoints)).toEqual(
          new Set(endpointsOf(after.permissions)),
        );
      }),
    );
  });
});

describe('X-5 the levels', () => {
  it('say whether they come by hand, from the role, or from the agency', () => {
    const from = (given: Partial<Given>) => {
      const { dataViewLevelFrom, sitePermissionLevelFrom } = explain(policy, memberIn(ROOT_FOLDER, given));
      return [dataViewLevelFrom, sitePermissionLevelFrom];
    };
    expect(from({})).toEqual(['role', 'role']);
    const levels = { dataViewLevel: 'folder', sitePermissionLevel: 'manager' } as const;
    expect(from({ byHand: byHand(levels) })).toEqual(['hand', 'hand']);
    expect(from({ agencyRole: 'marketing-manager' })).toEqual(['agency-role', 'role']);
  });
});
