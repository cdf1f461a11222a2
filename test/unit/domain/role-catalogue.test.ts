import { describe, expect, it } from 'vitest';
import { PAGE_KEYS, PAGES, type Page, type PageFacts } from '../../../core/domain/pages.ts';
import {
  PERMISSION_KEYS,
  PERMISSIONS,
  type Permission,
  type PermissionFacts,
} from '../../../core/domain/permissions.ts';
import {
  ADMINISTRATOR,
  type BuiltInRole,
  DESIGNATIONS,
  ROLE_IDS,
  ROLES,
  type RoleId,
} from '../../../core/domain/roles.ts';

const roles: Record<RoleId, BuiltInRole> = ROLES;
const having = (wanted: (role: BuiltInRole) => unknown) => ROLE_IDS.filter((id) => wanted(roles[id])).sort();
/** Every page of a role: its defaults, and those that its permissions unlock. */
const pagesOf = (id: RoleId): Page[] => {
  const { pages, permissions } = roles[id];
  return [...new Set([...pages, ...permissions.flatMap((key) => PERMISSIONS[key].pages)])].sort();
};
const AGENCY: readonly RoleId[] = ['agency-administrator', 'agency-billing-manager', 'marketing-manager'];

describe('every built-in role', () => {
  it('D-17…D-25 E-5…E-14 is one of the catalogue’s, in its family', () => {
    const family = (name: BuiltInRole['family']) =>
      ROLE_IDS.filter((id) => roles[id].family === name).join(' ');
    expect(family('account')).toBe('administrator billing-manager report-manager call-manager call-agent');
    expect(family('designation')).toBe('manager agent');
    expect(family('agency')).toBe(AGENCY.join(' '));
    expect(family('access-level')).toBe(
      'crm-admin customer-service-agent customer-service-admin sales-agent lead-agent ' +
        'affiliate api-user subaccount-user page-designer',
    );
  });

  it('C-14 B-5 explains itself, as every designation does', () => {
    for (const { name, help } of [...Object.values(roles), ...Object.values(DESIGNATIONS)]) {
      expect(name).toMatch(/^[A-Z]/);
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
    const names = Object.values(roles).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names nothing twice', () => {
    for (const { permissions, pages } of Object.values(roles)) {
      expect(new Set(permissions).size).toBe(permissions.length);
      expect(new Set(pages).size).toBe(pages.length);
    }
  });

  it('C-29 C-42 C-43 gives no permission that could have no effect in it', () => {
    for (const { permissions, designation } of Object.values(roles)) {
      for (const key of permissions) {
        const facts: PermissionFacts = PERMISSIONS[key];
        expect(permissions).toEqual(expect.arrayContaining([...(facts.requires ?? [])]));
        if (facts.managersOnly) expect(designation).toBe('manager');
      }
    }
  });

  it('E-19 lands on some page after signing in, if it signs in', () => {
    expect(ROLE_IDS.filter((id) => pagesOf(id).length === 0)).toEqual(['api-user']);
  });

  it('C-7 can be a folder’s, except those that are given by hand', () => {
    expect(having(({ byHandOnly }) => byHandOnly)).toEqual(
      [ADMINISTRATOR, ...AGENCY, 'affiliate', 'api-user', 'subaccount-user'].sort(),
    );
  });

  it('D-18 D-19 D-20 E-10 E-11 E-14 takes nothing from the folder where it says “only” or “alone”', () => {
    expect(having(({ closed }) => closed).join(' ')).toBe(
      'affiliate api-user billing-manager call-manager page-designer report-manager',
    );
  });

  it('D-27 joins access-control groups only as agent, call manager or report manager', () => {
    const joining = having(({ mayJoinGroups }) => mayJoinGroups);
    expect(joining.join(' ')).toBe(
      'agent call-agent call-manager customer-service-agent lead-agent report-manager sales-agent',
    );
    for (const id of joining) expect(roles[id].help).toMatch(/access-control groups/);
  });
});

describe('the roles of an account', () => {
  it('D-17 administrator: every permission, every page', () => {
    const { permissions, pages, ...rest } = roles[ADMINISTRATOR];
    expect([...permissions].sort()).toEqual([...PERMISSION_KEYS].sort());
    expect([...pages].sort()).toEqual([...PAGE_KEYS].sort());
    expect(rest).toMatchObject({ dataViewLevel: 'account', sitePermissionLevel: 'administrator' });
  });

  it('D-18 billing manager: payments and statements, nothing else', () => {
    expect(roles['billing-manager'].permissions).toEqual(['view-billing']);
    expect(pagesOf('billing-manager')).toEqual(['billing']);
  });

  it('D-19 report manager: every report, and the call log to view and edit', () => {
    expect(roles['report-manager'].permissions).toEqual(
      expect.arrayContaining(['view-call-log', 'edit-call-log']),
    );
    const facts: Record<Page, PageFacts> = PAGES;
    expect(pagesOf('report-manager')).toEqual(PAGE_KEYS.filter((key) => facts[key].isReport).sort());
  });

  it('D-20 call manager: the call log alone', () => {
    expect(roles['call-manager'].permissions).toEqual(['view-call-log']);
    expect(pagesOf('call-manager')).toEqual(['call-log']);
  });

  it('D-21 call agent: calls, and of the call log only their own', () => {
    const { permissions, dataViewLevel } = roles['call-agent'];
    expect(permissions).toEqual(['use-sip']);
    expect(dataViewLevel).toBe('own');
    expect(pagesOf('call-agent')).toContain('call-log');
  });

  it('C-36 folder tools come with the folder, where support can take them out; only administrators have them anyway', () => {
    expect(having(({ permissions }) => permissions.includes('use-folder-tools'))).toEqual([
      'administrator',
      'agency-administrator',
    ]);
  });
});

describe('the roles of a designation', () => {
  it('C-43 a manager adds and edits others, and an agent does neither', () => {
    const editing: readonly Permission[] = ['create-user', 'modify-security', 'create-group', 'modify-group'];
    expect(roles.manager.permissions).toEqual(expect.arrayContaining([...editing, 'search-users']));
    expect(roles.agent.permissions.filter((key) => editing.includes(key))).toEqual([]);
    expect(roles.agent).toMatchObject({ dataViewLevel: 'own', sitePermissionLevel: 'user' });
  });

  it('E-21 a manager is no administrator: roles, groups, API users and billing are not theirs', () => {
    for (const key of ['manage-roles', 'manage-access-groups', 'manage-api-users', 'view-billing'] as const)
      expect(roles.manager.permissions).not.toContain(key);
  });
});

describe('the roles of an agency', () => {
  it.each(AGENCY)(
    'D-23 D-24 D-25 %s is for administrators, and warns that it reaches the whole agency',
    (id) => {
      expect(roles[id]).toMatchObject({ needsAdministrator: true, dataViewLevel: 'agency' });
      expect(roles[id].help).toMatch(/Reaches the whole agency/);
      expect(roles[id].help).toMatch(
        /Only for a user who is already administrator, added as a role afterwards/,
      );
    },
  );

  it('D-23 D-25 are all that needs an administrator, and all that reaches beyond the account', () => {
    expect(having(({ needsAdministrator }) => needsAdministrator)).toEqual([...AGENCY]);
    expect(having(({ dataViewLevel }) => dataViewLevel === 'agency')).toEqual([...AGENCY]);
  });
});

describe('the access levels', () => {
  it('E-15 each have the default pages that the catalogue gives them', () => {
    expect(pagesOf('crm-admin')).toEqual(
      expect.arrayContaining(['campaigns', 'plugins', 'products', 'report-export']),
    );
    expect(pagesOf('customer-service-agent')).toEqual(['customer-service']);
    expect(pagesOf('customer-service-admin')).toEqual(['crm-call-centers', 'customer-service']);
    expect(pagesOf('sales-agent')).toEqual(['customer-service', 'order-entry']);
    expect(pagesOf('lead-agent')).toEqual(['customer-service', 'order-details', 'order-entry']);
    expect(pagesOf('affiliate')).toEqual(['affiliate-report']);
    expect(pagesOf('page-designer')).toEqual(['funnel-builder']);
  });

  it('E-5…E-14 say what the catalogue says of them', () => {
    const said: Partial<Record<RoleId, readonly RegExp[]>> = {
      'crm-admin': [
        /products, campaigns, plugins and the like/,
        /exports reports/,
        /within the pages granted/,
      ],
      'customer-service-agent': [/customer service pages/],
      'customer-service-admin': [/customer service pages/, /CRM > call centers/],
      'sales-agent': [/Inbound/, /customer service and order entry/],
      'lead-agent': [/Outbound/, /assigned leads/, /partials on order details/, /customer service and order/],
      affiliate: [/affiliate report/, /only for the affiliate profile assigned/],
      'api-user': [/API only/, /only the endpoints granted/, /source IP addresses/],
      'subaccount-user': [/one subaccount of the account/],
      'page-designer': [/funnel builder alone/],
    };
    expect(Object.keys(said).sort()).toEqual(having(({ family }) => family === 'access-level'));
    for (const id of ROLE_IDS) for (const mark of said[id] ?? []) expect(roles[id].help).toMatch(mark);
  });

  it('E-10 E-13 need the affiliate profile, and the subaccount, that they are about', () => {
    expect(having(({ needsAffiliateProfile }) => needsAffiliateProfile)).toEqual(['affiliate']);
    expect(having(({ needsSubaccount }) => needsSubaccount)).toEqual(['subaccount-user']);
  });

  it('E-11 an API user holds no permission and no page, and nobody else is one', () => {
    expect(having(({ designation }) => designation === 'api')).toEqual(['api-user']);
    expect(roles['api-user']).toMatchObject({ permissions: [], pages: [] });
  });
});
