import { describe, expect, it } from 'vitest';
import { assignmentFaults } from '../../../core/domain/authorization/assignment.ts';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { ROLE_IDS, ROLES, type RoleId } from '../../../core/domain/roles.ts';
import { byHand } from './authorities.ts';
import { folderNamed, groupNamed, policyOf, roleNamed } from './policies.ts';

const policy = compilePolicy(
  policyOf({
    root: { role: 'call-agent' },
    folders: [folderNamed('bosses', { role: 'manager' }), folderNamed('broken', { role: 'rol_gone' })],
    roles: [
      roleNamed('closer', { name: 'Closer' }),
      roleNamed('joiner', { mayJoinGroups: true, designation: 'manager' }),
    ],
    groups: [groupNamed('north', [ROOT_FOLDER])],
  }),
);
const faults = (
  given: Parameters<typeof byHand>[0] = {},
  { folderId = ROOT_FOLDER, isSubaccount = false } = {},
) =>
  assignmentFaults({ policy, isSubaccount }, { folderId, byHand: byHand(given) }, '/permissions', '/folder');
const fault = (name: string, detail: string) => [{ pointer: `/permissions/${name}`, detail }];

describe('what is given by hand', () => {
  it('C-7 can be nothing: then all comes from the folder', () => {
    expect(faults()).toEqual([]);
  });

  it('C-1 is for a folder that there is', () => {
    const detail = 'is no folder of this account';
    expect(faults({ role: 'rol_gone' }, { folderId: 'fld_gone' })).toEqual([{ pointer: '/folder', detail }]);
  });

  it('C-8 names a role that there is, or is in a folder that does', () => {
    const detail = 'is no role of this account';
    expect(faults({ role: 'rol_gone' })).toEqual(fault('role', detail));
    expect(faults({}, { folderId: 'fld_broken' })).toEqual(fault('role', detail));
    expect(faults({ role: 'rol_closer' }, { folderId: 'fld_broken' })).toEqual([]);
  });

  it.each([
    [{ designation: 'manager' }, 'is for the designation agent, not manager'],
    [{ designation: 'agent', role: 'manager' }, 'is for the designation manager, not agent'],
    [{ designation: 'agent', role: 'rol_joiner' }, 'is for the designation manager, not agent'],
  ] as const)('B-5 has a role of the kind of user that was chosen: %j', (given, detail) => {
    expect(faults(given)).toEqual(fault('role', detail));
  });

  it('B-5 has a role of that kind by the folder, too', () => {
    expect(faults({ designation: 'manager' }, { folderId: 'fld_bosses' })).toEqual([]);
    expect(faults({ designation: 'agent' }, { folderId: 'fld_bosses' })).toHaveLength(1);
    expect(faults({ designation: 'agent', role: 'rol_closer' })).toEqual([]);
  });

  it.each(['agency-administrator', 'agency-billing-manager', 'marketing-manager'] as const)(
    'D-23 D-24 %s comes afterwards, to an administrator',
    (role) => {
      const detail = 'is added afterwards, to a member who is administrator already';
      expect(faults({ role })).toEqual(fault('role', detail));
    },
  );

  it('E-11 is never the role of API users', () => {
    expect(faults({ role: 'api-user' })).toEqual(fault('role', 'is for API users, not for people'));
  });

  it('E-13 is a subaccount user’s in a subaccount only', () => {
    const detail = 'is for users of a subaccount, and this account is none';
    expect(faults({ role: 'subaccount-user' })).toEqual(fault('role', detail));
    expect(faults({ role: 'subaccount-user' }, { isSubaccount: true })).toEqual([]);
  });

  it('E-10 has the affiliate profile with an affiliate', () => {
    expect(faults({ role: 'affiliate' })).toEqual([
      expect.objectContaining({ pointer: '/permissions/affiliateProfile' }),
    ]);
    expect(faults({ role: 'affiliate', affiliateProfile: 'summer' })).toEqual([]);
    expect(faults({ role: 'affiliate', affiliateProfile: 'summer' }, { isSubaccount: true })).toEqual([]);
  });

  const joining = (role: RoleId) => faults({ role, groups: ['grp_north'], affiliateProfile: 'x' });

  it.each(ROLE_IDS.filter((id) => ROLES[id].mayJoinGroups))('D-27 lets a %s join groups', (role) => {
    expect(joining(role)).toEqual([]);
  });

  it.each(ROLE_IDS.filter((id) => !ROLES[id].mayJoinGroups))('D-27 lets no %s join groups', (role) => {
    const detail = `cannot be joined by the role ${ROLES[role].name}`;
    expect(joining(role)).toContainEqual({ pointer: '/permissions/groups', detail });
  });

  it('D-27 lets the account’s own roles join groups if they say so', () => {
    expect(faults({ role: 'rol_joiner', groups: ['grp_north'] })).toEqual([]);
    expect(faults({ role: 'rol_closer', groups: ['grp_north'] })).toEqual(
      fault('groups', 'cannot be joined by the role Closer'),
    );
  });

  it('D-4 names groups that there are: each other is named', () => {
    const given = { groups: ['grp_gone', 'grp_north', 'grp_lost'], role: 'rol_gone' };
    expect(
      faults(given)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/permissions/groups/0', '/permissions/groups/2', '/permissions/role']);
  });
});
