import type { Role, RoleRequest } from '../../api/roles.ts';
import { isPage, isPermission, sameKeys } from '../../form/right-keys.ts';

/** What a role is to be, as it is filled in. */
export interface RoleDraft {
  readonly name: string;
  readonly help: string;
  readonly designation: Role['designation'];
  readonly permissions: readonly string[];
  readonly pages: readonly string[];
  readonly dataViewLevel: Role['dataViewLevel'];
  readonly sitePermissionLevel: Role['sitePermissionLevel'];
  readonly mayJoinGroups: boolean;
}

export const NEW_ROLE: RoleDraft = {
  name: '',
  help: '',
  designation: 'agent',
  permissions: [],
  pages: [],
  dataViewLevel: 'own',
  sitePermissionLevel: 'user',
  mayJoinGroups: false,
};

export const draftOf = (role: Role): RoleDraft => ({
  name: role.name,
  help: role.help,
  designation: role.designation,
  permissions: role.permissions,
  pages: role.pages,
  dataViewLevel: role.dataViewLevel,
  sitePermissionLevel: role.sitePermissionLevel,
  mayJoinGroups: role.mayJoinGroups,
});

export const requestOf = ({ permissions, pages, name, help, ...rest }: RoleDraft): RoleRequest => ({
  ...rest,
  name: name.trim(),
  help: help.trim(),
  permissions: permissions.filter(isPermission),
  pages: pages.filter(isPage),
});

export const isSame = (one: RoleDraft, other: RoleDraft): boolean =>
  sameKeys(one.permissions, other.permissions) &&
  sameKeys(one.pages, other.pages) &&
  one.name === other.name &&
  one.help === other.help &&
  one.designation === other.designation &&
  one.dataViewLevel === other.dataViewLevel &&
  one.sitePermissionLevel === other.sitePermissionLevel &&
  one.mayJoinGroups === other.mayJoinGroups;
