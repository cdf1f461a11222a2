import type * as z from 'zod/mini';
import { ChangedMeanwhile, type Fault, InUse, InvalidRequest, NotFound, PolicyFull } from '../errors.ts';
import { PERMISSIONS } from '../permissions.ts';
import { ROLES, type Role } from '../roles.ts';
import type { Authority } from './authority.ts';
import { type Handed, handedFaults, levelFaults, refuseMoreThanHeld } from './delegation.ts';
import type { CustomRole, customRoleFields, Policy } from './policy.ts';
import { isBuiltIn } from './role-ref.ts';

/** What a role is to be. */
export type RoleFields = z.infer<z.ZodMiniObject<typeof customRoleFields>>;

interface RoleToChange {
  roleId: string;
  /** The version of the role that whoever changes it has seen. */
  ifMatch: number;
}

const MOST_ROLES = 100;

/** What a role gives; of its permissions those have effect that suit its designation. */
const handed = (role: Role | undefined): Handed => ({
  permissions: new Set(
    role?.permissions.filter((key) => !('managersOnly' in PERMISSIONS[key]) || role.designation !== 'agent'),
  ),
  given: new Set(role?.permissions ?? []),
  pages: new Set(role?.pages ?? []),
});

/** The faults of a role becoming what it has not been: for whoever does not hold all that changes. */
export const roleFaults = (authority: Authority, before: Role | undefined, after: Role): readonly Fault[] => [
  ...handedFaults(authority, handed(before), handed(after), ''),
  ...levelFaults(authority, before, after, ''),
];

/** API users have the one role that is built in; and nobody who is a person can have a role for programs. */
const refuseForPrograms = ({ designation }: RoleFields): void => {
  if (designation === 'api')
    throw new InvalidRequest([{ pointer: '/designation', detail: 'is for API users, which need no role' }]);
};

const withRole = (policy: Policy, role: CustomRole): Policy => ({
  ...policy,
  version: role.version,
  roles: { ...policy.roles, [role.roleId]: role },
});

/** The policy with one more role. Throws `InvalidRequest`, `MoreThanHeld`, `PolicyFull`. */
export const addRole = (authority: Authority, policy: Policy, roleId: string, fields: RoleFields): Policy => {
  if (Object.keys(policy.roles).length >= MOST_ROLES)
    throw new PolicyFull(`An account has at most ${MOST_ROLES} roles of its own.`);
  refuseForPrograms(fields);
  refuseMoreThanHeld(roleFaults(authority, undefined, fields));
  return withRole(policy, { ...fields, roleId, version: policy.version + 1 });
};

const roleToChange = (policy: Policy, roleId: string, ifMatch: number): CustomRole => {
  const role = policy.roles[roleId];
  if (role === undefined) throw new NotFound();
  if (role.version !== ifMatch) throw new ChangedMeanwhile();
  return role;
};

/** The policy with a role replaced. Throws `NotFound`, `ChangedMeanwhile`, `InvalidRequest`, `MoreThanHeld`. */
export const changeRole =
  (authority: Authority, { roleId, ifMatch }: RoleToChange, fields: RoleFields) =>
  (policy: Policy): Policy => {
    const before = roleToChange(policy, roleId, ifMatch);
    refuseForPrograms(fields);
    refuseMoreThanHeld(roleFaults(authority, before, fields));
    return withRole(policy, { ...fields, roleId, version: policy.version + 1 });
  };

/** What of the policy itself names a role or a group, in words. */
export const namedBy = (policy: Policy, id: string): readonly string[] =>
  Object.values(policy.folders).flatMap(({ name, role, access }) => [
    ...(role === id ? [`the folder ${name}, as its role`] : []),
    ...(Object.values(access).some((list) => list.includes(id))
      ? [`the access lists of the folder ${name}`]
      : []),
  ]);

/** The policy without a role. Throws `NotFound`, `ChangedMeanwhile`, `InUse`, `MoreThanHeld`. */
export const removeRole =
  (authority: Authority, { roleId, ifMatch }: RoleToChange) =>
  (policy: Policy): Policy => {
    const role = roleToChange(policy, roleId, ifMatch);
    refuseMoreThanHeld(handedFaults(authority, handed(role), handed(undefined), ''));
    const by = namedBy(policy, roleId);
    if (by.length > 0) throw new InUse('role', by);
    const { [roleId]: _, ...roles } = policy.roles;
    return { ...policy, version: policy.version + 1, roles };
  };

/** What a copy of a role is: all that the role gives, under another name. Throws `NotFound`. */
export const copyOf = (policy: Policy, role: string, name: string): RoleFields => {
  const facts = isBuiltIn(role) ? ROLES[role] : policy.roles[role];
  if (facts === undefined) throw new NotFound();
  const { help, designation, permissions, pages, dataViewLevel, sitePermissionLevel, mayJoinGroups } = facts;
  const lists = { permissions: [...permissions], pages: [...pages] };
  return { name, help, designation, ...lists, dataViewLevel, sitePermissionLevel, mayJoinGroups };
};
