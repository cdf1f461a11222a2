import type { Fault } from '../errors.ts';
import { ROLES } from '../roles.ts';
import type { Permissions } from '../sections/permissions.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { isAgencyRole, roleRefOf } from './rights.ts';
import { isBuiltIn } from './role-ref.ts';

/** Where an assignment is made: the account's policy, and whether it is a subaccount (E-13). */
export interface AssignmentPlace {
  policy: CompiledPolicy;
  isSubaccount: boolean;
}

/**
 * The faults of what a member is to be given by hand, as far as the account's roles, folders and groups decide them.
 * Pointers begin with `at`, those of the folder are `folderAt`.
 */
export const assignmentFaults = (
  { policy, isSubaccount }: AssignmentPlace,
  { folderId, byHand }: { folderId: string; byHand: Permissions },
  at: string,
  folderAt: string,
): readonly Fault[] => {
  if (policy.path(folderId).length === 0)
    return [{ pointer: folderAt, detail: 'is no folder of this account' }];
  const found = roleRefOf(policy, { folderId, byHand });
  const role = found && policy.role(found.ref);
  const unknownGroups = byHand.groups.flatMap((id, index) =>
    policy.policy.groups[id]
      ? []
      : [{ pointer: `${at}/groups/${index}`, detail: 'is no group of this account' }],
  );
  if (found === undefined || role === undefined)
    return [{ pointer: `${at}/role`, detail: 'is no role of this account' }, ...unknownGroups];
  const facts = isBuiltIn(found.ref) ? ROLES[found.ref] : {};
  const fault = (isFault: boolean, name: string, detail: string): readonly Fault[] =>
    isFault ? [{ pointer: `${at}/${name}`, detail }] : [];
  return [
    ...unknownGroups,
    ...fault(
      byHand.designation !== undefined && byHand.designation !== role.designation,
      'role',
      `is for the designation ${role.designation}, not ${byHand.designation}`,
    ),
    ...fault(
      isAgencyRole(found.ref),
      'role',
      'is added afterwards, to a member who is administrator already',
    ),
    ...fault(role.designation === 'api', 'role', 'is for API users, not for people'),
    ...fault(
      'needsSubaccount' in facts && !isSubaccount,
      'role',
      'is for users of a subaccount, and this account is none',
    ),
    ...fault(
      'needsAffiliateProfile' in facts && byHand.affiliateProfile === undefined,
      'affiliateProfile',
      'is required: an affiliate sees the report of one profile',
    ),
    ...fault(
      byHand.groups.length > 0 && !role.mayJoinGroups,
      'groups',
      `cannot be joined by the role ${role.name}`,
    ),
  ];
};
