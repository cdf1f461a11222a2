import { keysOf } from './keys-of.ts';
import { ACCESS_LEVEL_ROLES } from './roles/access-level-roles.ts';
import { ACCOUNT_ROLES } from './roles/account-roles.ts';
import { AGENCY_ROLES } from './roles/agency-roles.ts';
import { DESIGNATION_ROLES } from './roles/designation-roles.ts';
import type { BuiltInRole } from './roles/role-facts.ts';

export { type BuiltInRole, DESIGNATIONS, type Designation, type Role } from './roles/role-facts.ts';

/** The built-in roles. A role decides the base set of permissions (C-8), and the pages beside them (E-15). */
export const ROLES = {
  ...ACCOUNT_ROLES,
  ...DESIGNATION_ROLES,
  ...AGENCY_ROLES,
  ...ACCESS_LEVEL_ROLES,
} as const satisfies Record<string, BuiltInRole>;

/** The id of a built-in role. */
export type RoleId = keyof typeof ROLES;

export const ROLE_IDS = keysOf(ROLES);

/** Given by hand only; an account always keeps one who is active. */
export const ADMINISTRATOR = 'administrator' as const;
