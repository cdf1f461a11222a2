import {
  type CustomRole,
  type Folder,
  type FolderAccess,
  firstPolicy,
  type Group,
  type Policy,
} from '../../../core/domain/authorization/policy.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';

export const NOBODY: FolderAccess = { read: [], write: [], store: [] };

type FolderFacts = Partial<Omit<Folder, 'access'>> & { access?: Partial<FolderAccess> };

/** A folder below the root, which gives nothing and lists nobody unless told. */
export const folderNamed = (name: string, { access, ...more }: FolderFacts = {}): Folder => ({
  folderId: `fld_${name}`,
  parentId: ROOT_FOLDER,
  name,
  permissions: [],
  version: 1,
  ...more,
  access: { ...NOBODY, ...access },
});

/** A role of the account's own, which gives nothing unless told. */
export const roleNamed = (name: string, more: Partial<CustomRole> = {}): CustomRole => ({
  roleId: `rol_${name}`,
  name,
  help: '',
  designation: 'agent',
  permissions: [],
  pages: [],
  dataViewLevel: 'own',
  sitePermissionLevel: 'user',
  mayJoinGroups: false,
  version: 1,
  ...more,
});

export const groupNamed = (name: string, folders: readonly string[], work?: readonly string[]): Group => ({
  groupId: `grp_${name}`,
  name,
  folders: [...folders],
  version: 1,
  ...(work && { work: [...work] }),
});

interface Parts {
  /** What is different at the root. */
  root?: FolderFacts;
  folders?: readonly Folder[];
  roles?: readonly CustomRole[];
  groups?: readonly Group[];
  version?: number;
}

/** A policy of these parts; its root gives no role and nothing else unless told. */
export const policyOf = ({
  root,
  folders = [],
  roles = [],
  groups = [],
  version = 1,
}: Parts = {}): Policy => {
  const { parentId: _, ...everyone } = folderNamed('root', { name: 'Everyone', ...root });
  return {
    ...firstPolicy(newId('account')),
    version,
    folders: Object.fromEntries([everyone, ...folders].map((folder) => [folder.folderId, folder])),
    roles: Object.fromEntries(roles.map((role) => [role.roleId, role])),
    groups: Object.fromEntries(groups.map((group) => [group.groupId, group])),
  };
};

/** So many folders, each in the one before, the first below the root: `fld_1`, `fld_2`… */
export const chain = (length: number): readonly Folder[] =>
  Array.from({ length }, (_, index) =>
    folderNamed(`${index + 1}`, { parentId: index === 0 ? ROOT_FOLDER : `fld_${index}` }),
  );
