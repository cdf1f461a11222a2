import { NotFound } from '../errors.ts';
import { type BuiltInRole, ROLE_IDS, ROLES, type Role } from '../roles.ts';
import { type Authority, seesFolder } from './authority.ts';
import { roleFaults } from './edit-roles.ts';
import { pathTo } from './folder-tree.ts';
import type { Folder, Group, Policy } from './policy.ts';
import { isBuiltIn } from './role-ref.ts';

const shownRole = (authority: Authority, role: string, facts: Role | BuiltInRole) => ({
  role,
  builtIn: isBuiltIn(role),
  name: facts.name,
  help: facts.help,
  designation: facts.designation,
  permissions: facts.permissions,
  pages: facts.pages,
  dataViewLevel: facts.dataViewLevel,
  sitePermissionLevel: facts.sitePermissionLevel,
  mayJoinGroups: facts.mayJoinGroups,
  givable:
    roleFaults(authority, undefined, facts).length === 0 &&
    (role !== 'administrator' || authority.rights.isAdministrator),
});

/** Every role of the account, built-in ones first, with whether whoever asks could give it. */
export const shownRoles = (authority: Authority, policy: Policy) => [
  ...ROLE_IDS.map((role) => shownRole(authority, role, ROLES[role])),
  ...Object.values(policy.roles).map((role) => shownRole(authority, role.roleId, role)),
];

/** One role with its version, which is 0 for built-in ones. Throws `NotFound`. */
export const showRole = (authority: Authority, policy: Policy, role: string) => {
  const facts = isBuiltIn(role) ? ROLES[role] : policy.roles[role];
  if (facts === undefined) throw new NotFound();
  return { result: shownRole(authority, role, facts), version: policy.roles[role]?.version ?? 0 };
};

const shownFolder = (policy: Policy, folder: Folder) => {
  const above = pathTo(policy, folder.folderId).slice(0, -1);
  return {
    ...folder,
    inherited: {
      role: above.findLast(({ role }) => role !== undefined)?.role,
      permissions: [...new Set(above.flatMap(({ permissions }) => permissions))],
    },
  };
};

/** The folders that one sees. */
export const shownFolders = (authority: Authority, policy: Policy) =>
  Object.values(policy.folders)
    .filter(({ folderId }) => seesFolder(authority, folderId))
    .map((folder) => shownFolder(policy, folder));

/** One folder with its version. Throws `NotFound`. */
export const showFolder = (policy: Policy, folderId: string) => {
  const folder = policy.folders[folderId];
  if (folder === undefined) throw new NotFound();
  return { result: shownFolder(policy, folder), version: folder.version };
};

/** One access-control group with its version. Throws `NotFound`. */
export const showGroup = (policy: Policy, groupId: string): { result: Group; version: number } => {
  const group = policy.groups[groupId];
  if (group === undefined) throw new NotFound();
  return { result: group, version: group.version };
};
