import { once } from '../once.ts';
import type { Page } from '../pages.ts';
import {
  type DataViewLevel,
  PERMISSIONS,
  type Permission,
  type SitePermissionLevel,
} from '../permissions.ts';
import { ADMINISTRATOR, type Designation, ROLES, type Role } from '../roles.ts';
import type { Permissions } from '../sections/permissions.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { type Reach, reachOf, type WorkReach, workReachOf } from './reach.ts';
import { isBuiltIn, type RoleRef } from './role-ref.ts';

/** The roles that reach a whole agency (D-23). */
export const AGENCY_ROLES = ['agency-administrator', 'agency-billing-manager', 'marketing-manager'] as const;
export type AgencyRole = (typeof AGENCY_ROLES)[number];

/** Where a member is, and what they have been given by hand. All else is inherited, live. */
export interface Given {
  userId: string;
  folderId: string;
  byHand: Permissions | undefined;
  /** What they hold in the agency of the account. */
  agencyRole?: AgencyRole | undefined;
}

/** Where a right comes from. */
export type Source =
  | { from: 'role'; role: RoleRef; name: string; by: 'hand' | 'folder' }
  | { from: 'folder'; folderId: string; name: string }
  | { from: 'grant' }
  | { from: 'agency-role'; role: AgencyRole; name: string };

/** What one source gives. */
export interface Layer {
  source: Source;
  permissions: readonly Permission[];
  pages: readonly Page[];
}

/** The role a member has: by hand, else that of the nearest folder that names one (C-7). */
export const roleRefOf = (
  policy: CompiledPolicy,
  given: { folderId: string; byHand: Pick<Permissions, 'role'> | undefined },
): { ref: RoleRef; by: 'hand' | 'folder' } | undefined => {
  const path = policy.path(given.folderId);
  // A folder that is not there gives nothing, and neither does anything else to whoever is in it.
  if (path.length === 0) return undefined;
  if (given.byHand?.role !== undefined) return { ref: given.byHand.role, by: 'hand' };
  const ref = path.findLast(({ role }) => role !== undefined)?.role;
  return ref === undefined ? undefined : { ref, by: 'folder' };
};

const isClosed = (role: Role): boolean => 'closed' in role && role.closed === true;

/** Everything that gives a member rights, one layer per source: role, folders from the root down, grants, agency role. */
export const layersOf = (policy: CompiledPolicy, given: Given): readonly Layer[] => {
  const { byHand, agencyRole } = given;
  const agency: readonly Layer[] = agencyRole
    ? [
        {
          source: { from: 'agency-role', role: agencyRole, name: ROLES[agencyRole].name },
          ...ROLES[agencyRole],
        },
      ]
    : [];
  const found = roleRefOf(policy, given);
  const role = found && policy.role(found.ref);
  if (found === undefined || role === undefined) return agency;
  const folders = isClosed(role) ? [] : policy.path(given.folderId);
  return [
    {
      source: { from: 'role', role: found.ref, name: role.name, by: found.by },
      permissions: role.permissions,
      pages: byHand?.pages === undefined ? role.pages : [],
    },
    ...folders.map(
      ({ folderId, name, permissions }): Layer => ({
        source: { from: 'folder', folderId, name },
        permissions,
        pages: [],
      }),
    ),
    { source: { from: 'grant' }, permissions: byHand?.grants ?? [], pages: byHand?.pages ?? [] },
    ...agency,
  ];
};

/** What a permission still needs to have effect: other permissions (C-29, C-42), or a manager's designation (C-43). */
export const lacksOf = (
  permission: Permission,
  given: ReadonlySet<Permission>,
  designation: Designation,
): readonly string[] => {
  const facts = PERMISSIONS[permission];
  const requires: readonly Permission[] = 'requires' in facts ? facts.requires : [];
  const lacking = requires.filter((key) => !given.has(key) || lacksOf(key, given, designation).length > 0);
  return 'managersOnly' in facts && designation === 'agent' ? [...lacking, 'designation manager'] : lacking;
};

export interface Rights {
  /** Where the member is. */
  folderId: string;
  role: RoleRef | undefined;
  designation: Designation;
  isAdministrator: boolean;
  /** Given by any source, whether or not it has effect. */
  given: ReadonlySet<Permission>;
  /** Effective permissions. */
  permissions: ReadonlySet<Permission>;
  pages: ReadonlySet<Page>;
  dataViewLevel: DataViewLevel;
  sitePermissionLevel: SitePermissionLevel;
  reach: Reach;
  /** The campaigns, initiatives and queues that their groups leave them. */
  work: WorkReach;
  /** By which names access lists know them. */
  subjects: ReadonlySet<string>;
}

/** What a member may do, and how far: role, else the folder's, with grants, narrowed by level and groups. */
export const rightsOf = (policy: CompiledPolicy, given: Given): Rights => {
  const layers = layersOf(policy, given);
  const role = roleRefOf(policy, given)?.ref;
  const facts = role === undefined ? undefined : policy.role(role);
  const designation = given.agencyRole ? 'manager' : (facts?.designation ?? 'agent');
  const all = new Set(layers.flatMap(({ permissions }) => permissions));
  const permissions = new Set([...all].filter((key) => lacksOf(key, all, designation).length === 0));
  const isAdministrator = role === ADMINISTRATOR || given.agencyRole === 'agency-administrator';
  const dataViewLevel = given.agencyRole
    ? 'agency'
    : (given.byHand?.dataViewLevel ?? facts?.dataViewLevel ?? 'own');
  const groups = given.byHand?.groups ?? [];
  const subjects = new Set([given.userId, ...(role === undefined ? [] : [role]), ...groups]);
  // Worked out when asked for: most decisions are about a permission alone.
  const pages = once((): ReadonlySet<Page> => {
    const unlocked = [...permissions].flatMap((key): readonly Page[] => PERMISSIONS[key].pages);
    return new Set([...layers.flatMap((layer) => layer.pages), ...unlocked]);
  });
  const reach = once(() =>
    reachOf(policy, { folderId: given.folderId, groups, subjects, dataViewLevel, isAdministrator }),
  );
  const work = once(() => (isAdministrator ? 'everything' : workReachOf(policy, groups)));
  return {
    folderId: given.folderId,
    role,
    designation,
    isAdministrator,
    given: all,
    permissions,
    dataViewLevel,
    sitePermissionLevel: given.byHand?.sitePermissionLevel ?? facts?.sitePermissionLevel ?? 'user',
    subjects,
    get pages() {
      return pages();
    },
    get reach() {
      return reach();
    },
    get work() {
      return work();
    },
  };
};

export const isAgencyRole = (role: string): role is AgencyRole =>
  isBuiltIn(role) && AGENCY_ROLES.some((name) => name === role);
