import type { Folder, FolderRequest } from '../../api/folders.ts';
import { isPermission, sameKeys } from '../../form/right-keys.ts';

export const RIGHTS = ['read', 'write', 'store'] as const;
export type Right = (typeof RIGHTS)[number];

/** What a folder is to be, as it is filled in. */
export interface FolderDraft {
  readonly name: string;
  readonly parentId: string | undefined;
  readonly role: string | undefined;
  readonly permissions: readonly string[];
  readonly access: Readonly<Record<Right, readonly string[]>>;
}

export const newFolderIn = (parentId: string): FolderDraft => ({
  name: '',
  parentId,
  role: undefined,
  permissions: [],
  access: { read: [], write: [], store: [] },
});

export const draftOf = ({ name, parentId, role, permissions, access }: Folder): FolderDraft => ({
  name,
  parentId,
  role,
  permissions,
  access,
});

export const requestOf = ({ name, parentId, role, permissions, access }: FolderDraft): FolderRequest => ({
  name: name.trim(),
  permissions: permissions.filter(isPermission),
  access: { read: [...access.read], write: [...access.write], store: [...access.store] },
  ...(parentId !== undefined && { parentId }),
  ...(role !== undefined && { role }),
});

/** Whether more changes than the name: something that counts for everybody in the folder. */
export const concernsOthers = (before: FolderDraft, after: FolderDraft): boolean =>
  before.role !== after.role ||
  before.parentId !== after.parentId ||
  !sameKeys(before.permissions, after.permissions) ||
  RIGHTS.some((right) => !sameKeys(before.access[right], after.access[right]));

export const isSame = (before: FolderDraft, after: FolderDraft): boolean =>
  before.name === after.name && !concernsOthers(before, after);
