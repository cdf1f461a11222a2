import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  addRole,
  changeRole,
  copyOf,
  type RoleFields,
  removeRole,
} from '../../../core/domain/authorization/edit-roles.ts';
import { customRole, customRoleFields } from '../../../core/domain/authorization/policy.ts';
import { shownRoles, showRole } from '../../../core/domain/authorization/shown-policy.ts';
import {
  ChangedMeanwhile,
  InUse,
  InvalidRequest,
  MoreThanHeld,
  NotFound,
  PolicyFull,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { ROLE_IDS } from '../../../core/domain/roles.ts';
import { administratorOf, authorityOf, byHand, memberIn } from './authorities.ts';
import { folderNamed, policyOf, roleNamed } from './policies.ts';

const {
  roleId: _,
  version: _version,
  ...CLOSER
}: RoleFields & { roleId?: string; version?: number } = roleNamed('closer', {
  permissions: ['manage-leads', 'use-sip'],
  pages: ['order-entry'],
});
const closer = (more: Partial<RoleFields> = {}): RoleFields => ({ ...CLOSER, ...more });

const policy = policyOf({
  root: { role: 'call-agent' },
  roles: [roleNamed('closer', CLOSER), roleNamed('lead', { permissions: ['create-user'], version: 3 })],
  version: 3,
});
const administrator = administratorOf(policy.accountId, policy);
/** Somebody who may make roles, and holds a little. */
const maker = authorityOf(
  policy,
  memberIn(undefined, {
    byHand: byHand({
      role: 'manager',
      grants: ['manage-roles', 'use-sip'],
      pages: ['order-entry'],
      dataViewLevel: 'folder',
    }),
  }),
);

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a role of the account’s own', () => {
  it('D-2 is made with the version of the policy that it makes', () => {
    const after = addRole(administrator, policy, 'rol_new', closer());
    expect(after.version).toBe(4);
    expect(after.roles.rol_new).toEqual({ ...closer(), roleId: 'rol_new', version: 4 });
    expect(policy.roles.rol_new).toBeUndefined();
  });

  it('D-5 is replaced as a whole, by whoever has seen what it was', () => {
    const edit = changeRole(administrator, { roleId: 'rol_lead', ifMatch: 3 }, closer({ name: 'Lead' }));
    expect(edit(policy).roles.rol_lead).toEqual({
      ...closer({ name: 'Lead' }),
      roleId: 'rol_lead',
      version: 4,
    });
    const stale = changeRole(administrator, { roleId: 'rol_lead', ifMatch: 2 }, closer());
    expect(() => stale(policy)).toThrow(ChangedMeanwhile);
    const gone = changeRole(administrator, { roleId: 'rol_gone', ifMatch: 0 }, closer());
    expect(() => gone(policy)).toThrow(NotFound);
  });

  it('cannot be one that is built in', () => {
    const edit = changeRole(administrator, { roleId: 'administrator', ifMatch: 0 }, closer());
    expect(() => edit(policy)).toThrow(NotFound);
    expect(() => removeRole(administrator, { roleId: 'call-agent', ifMatch: 0 })(policy)).toThrow(NotFound);
  });

  it('is deleted by whoever has seen what it was', () => {
    const after = removeRole(administrator, { roleId: 'rol_lead', ifMatch: 3 })(policy);
    expect(Object.keys(after.roles)).toEqual(['rol_closer']);
    expect(after.version).toBe(4);
    const stale = removeRole(administrator, { roleId: 'rol_lead', ifMatch: 4 });
    expect(() => stale(policy)).toThrow(ChangedMeanwhile);
  });

  it('is not deleted while a folder has it, or an access list names it: both are named', () => {
    const named = policyOf({
      roles: [roleNamed('closer')],
      folders: [
        folderNamed('sales', { role: 'rol_closer' }),
        folderNamed('north', { access: { store: ['rol_closer'] } }),
        folderNamed('other', { access: { read: ['rol_other'] } }),
      ],
    });
    const error = thrownBy(() => removeRole(administrator, { roleId: 'rol_closer', ifMatch: 1 })(named));
    expect(error).toBeInstanceOf(InUse);
    expect(error).toMatchObject({
      faults: [
        { detail: 'the folder sales, as its role' },
        { detail: 'the access lists of the folder north' },
      ],
    });
  });

  it('is one of a hundred at most', () => {
    const many = policyOf({ roles: Array.from({ length: 100 }, (_value, index) => roleNamed(`r${index}`)) });
    expect(() => addRole(administrator, many, 'rol_new', closer())).toThrow(PolicyFull);
    const { rol_r0: _first, ...roles } = many.roles;
    expect(() => addRole(administrator, { ...many, roles }, 'rol_new', closer())).not.toThrow();
  });

  it.each(ROLE_IDS.filter((id) => id !== 'api-user'))(
    'E-4 is copied from a %s: what it gives, under another name, and no more',
    (role) => {
      const copy = copyOf(policy, role, 'A copy');
      expect(copy).toMatchObject({ name: 'A copy' });
      expect(Object.keys(copy).sort()).toEqual(Object.keys(customRoleFields).sort());
      expect(z.strictObject(customRoleFields).safeParse(copy).success).toBe(true);
    },
  );

  it('E-11 is never one for API users: they have the one that is built in', () => {
    const api = closer({ designation: 'api' });
    expect(() => addRole(administrator, policy, 'rol_new', api)).toThrow(InvalidRequest);
    const edit = changeRole(administrator, { roleId: 'rol_lead', ifMatch: 3 }, api);
    expect(() => edit(policy)).toThrow(InvalidRequest);
    const copy = copyOf(policy, 'api-user', 'Robot');
    expect(() => addRole(administrator, policy, 'rol_new', copy)).toThrow(InvalidRequest);
  });

  it('is copied from one of the account’s own, and from none that is not there', () => {
    expect(copyOf(policy, 'rol_closer', 'Other')).toEqual({ ...closer(), name: 'Other' });
    expect(() => copyOf(policy, 'rol_gone', 'Other')).toThrow(NotFound);
  });

  it('is no administrator, even as a copy of one', () => {
    const roleId = newId('role');
    const after = addRole(administrator, policy, roleId, copyOf(policy, 'administrator', 'Boss'));
    expect(customRole.safeParse(after.roles[roleId]).success).toBe(true);
    const boss = authorityOf(after, memberIn(undefined, { byHand: byHand({ role: roleId }) }));
    expect(boss.rights.isAdministrator).toBe(false);
  });
});

describe('X-4 whoever makes roles', () => {
  it.each<[string, Partial<RoleFields>]>([
    ['a permission', { permissions: ['manage-voip'] }],
    ['a page', { pages: ['billing'] }],
    ['a data-view level', { dataViewLevel: 'account' }],
    ['a site permission level', { sitePermissionLevel: 'administrator' }],
  ])('gives none %s that they do not hold', (_what, more) => {
    expect(() => addRole(maker, policy, 'rol_new', closer(more))).toThrow(MoreThanHeld);
    const edit = changeRole(maker, { roleId: 'rol_closer', ifMatch: 1 }, closer(more));
    expect(() => edit(policy)).toThrow(MoreThanHeld);
    expect(() => addRole(administrator, policy, 'rol_new', closer(more))).not.toThrow();
  });

  it('gives what they hold', () => {
    const held = closer({ dataViewLevel: 'folder', sitePermissionLevel: 'manager', designation: 'manager' });
    expect(() => addRole(maker, policy, 'rol_new', held)).not.toThrow();
    const edit = changeRole(maker, { roleId: 'rol_closer', ifMatch: 1 }, held);
    expect(() => edit(policy)).not.toThrow();
  });

  it('takes nothing away, by an edit or by deleting, that they do not hold', () => {
    const rich = policyOf({ roles: [roleNamed('rich', { permissions: ['manage-voip', 'use-sip'] })] });
    const fewer = changeRole(
      maker,
      { roleId: 'rol_rich', ifMatch: 1 },
      closer({ permissions: [], pages: [] }),
    );
    expect(() => fewer(rich)).toThrow(/hold/);
    expect(() => removeRole(maker, { roleId: 'rol_rich', ifMatch: 1 })(rich)).toThrow(MoreThanHeld);
  });

  it('leaves in it what they do not hold, if it stays', () => {
    const rich = policyOf({ roles: [roleNamed('rich', { permissions: ['manage-voip'] })] });
    const more = closer({ permissions: ['manage-voip', 'use-sip'], pages: [] });
    expect(() => changeRole(maker, { roleId: 'rol_rich', ifMatch: 1 }, more)(rich)).not.toThrow();
  });

  it('C-43 gives no effect, by another designation, to what they do not hold', () => {
    const asleep = policyOf({ roles: [roleNamed('asleep', { permissions: ['manage-api-users'] })] });
    const awake = closer({ permissions: ['manage-api-users'], pages: [], designation: 'manager' });
    expect(() => changeRole(maker, { roleId: 'rol_asleep', ifMatch: 1 }, awake)(asleep)).toThrow(
      MoreThanHeld,
    );
  });

  it('copies no role that gives more', () => {
    expect(() => addRole(maker, policy, 'rol_new', copyOf(policy, 'report-manager', 'Copy'))).toThrow(
      MoreThanHeld,
    );
  });

  it('gives no agency level, not even as administrator of one account', () => {
    const agency = closer({ dataViewLevel: 'agency' });
    expect(() => addRole(administrator, policy, 'rol_new', agency)).toThrow(MoreThanHeld);
    const ofAgency = memberIn(undefined, { agencyRole: 'agency-administrator' });
    expect(() => addRole(authorityOf(policy, ofAgency), policy, 'rol_new', agency)).not.toThrow();
  });
});

describe('the roles as they are shown', () => {
  it('C-8 are the built-in ones, then the account’s own, each with whether one could give it', () => {
    const shown = shownRoles(maker, policy);
    expect(shown.map(({ role }) => role)).toEqual([...ROLE_IDS, 'rol_closer', 'rol_lead']);
    const givable = shown.filter((role) => role.givable).map(({ role }) => role);
    expect(givable).toContain('rol_closer');
    expect(givable).not.toContain('administrator');
    expect(givable).not.toContain('report-manager');
    const byAdministrator = shownRoles(administrator, policy).filter((role) => role.givable);
    expect(byAdministrator.map(({ role }) => role)).toContain('administrator');
  });

  it('X-4 call nothing givable that an attempt to give it would refuse', () => {
    const forPeople = shownRoles(maker, policy).filter(({ designation }) => designation !== 'api');
    for (const { role, givable } of forPeople) {
      const give = () => addRole(maker, policy, 'rol_new', copyOf(policy, role, 'Copy'));
      if (givable) expect(give).not.toThrow();
      else expect(give).toThrow(MoreThanHeld);
    }
  });

  it('have their version as ETag, built-in ones 0', () => {
    expect(showRole(maker, policy, 'rol_lead').version).toBe(3);
    expect(showRole(maker, policy, 'agent')).toMatchObject({ version: 0, result: { builtIn: true } });
    expect(() => showRole(maker, policy, 'rol_gone')).toThrow(NotFound);
  });
});
