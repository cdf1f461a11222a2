import type * as z from 'zod/mini';
import {
  ChangedMeanwhile,
  type Fault,
  InUse,
  InvalidRequest,
  NotFound,
  PolicyFull,
  SupportOnly,
} from '../errors.ts';
import { ROOT_FOLDER } from '../ids.ts';
import { ROLES } from '../roles.ts';
import { type Authority, requireInFolder } from './authority.ts';
import { refuseMoreThanHeld } from './delegation.ts';
import { folderFaults } from './folder-delegation.ts';
import { BROADEST, childrenOf, DEEPEST, MOST_FOLDERS, pathTo, subtreeOf } from './folder-tree.ts';
import { type Folder, type folderFields, type Policy, SUPPORT_ONLY } from './policy.ts';
import { isBuiltIn } from './role-ref.ts';

/** What a folder is to be. */
export type FolderFields = z.infer<z.ZodMiniObject<typeof folderFields>>;

interface FolderRef {
  folderId: string;
  ifMatch: number;
}

const fieldFaults = (policy: Policy, { role, parentId }: FolderFields): readonly Fault[] => {
  const facts = role === undefined ? undefined : isBuiltIn(role) ? ROLES[role] : policy.roles[role];
  return [
    ...(policy.folders[parentId] ? [] : [{ pointer: '/parentId', detail: 'is no folder of this account' }]),
    ...(role !== undefined && facts === undefined
      ? [{ pointer: '/role', detail: 'is no role of this account' }]
      : []),
    ...(facts !== undefined && 'byHandOnly' in facts
      ? [{ pointer: '/role', detail: 'is given by hand only, never by a folder' }]
      : []),
  ];
};

/** Depth and breadth of the tree as it would be, and whether a folder would be below itself. */
const shapeFaults = (after: Policy, moved: Folder): readonly Fault[] => {
  const fault = (detail: string): readonly Fault[] => [{ pointer: '/parentId', detail }];
  const path = pathTo(after, moved.folderId);
  if (path.length === 0)
    return fault(`would put the folder below itself, or deeper than ${DEEPEST} folders below the root`);
  const deepest = Math.max(
    ...subtreeOf(after, moved.folderId).map(({ folderId }) => pathTo(after, folderId).length),
  );
  const isCut = Object.keys(after.folders).some((id) => pathTo(after, id).length === 0);
  if (isCut || deepest > DEEPEST + 1)
    return fault(`would nest folders deeper than ${DEEPEST} below the root`);
  return moved.parentId !== undefined && childrenOf(after, moved.parentId).length > BROADEST
    ? fault(`holds ${BROADEST} folders already, the most there can be`)
    : [];
};

const withFolder = (policy: Policy, folder: Folder): Policy => ({
  ...policy,
  version: folder.version,
  folders: { ...policy.folders, [folder.folderId]: folder },
});

const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new InvalidRequest(faults);
};

/** The policy with one more folder. Throws `InvalidRequest`, `NotInFolder`, `MoreThanHeld`, `PolicyFull`. */
export const addFolder = (
  authority: Authority,
  policy: Policy,
  folderId: string,
  fields: FolderFields,
): Policy => {
  if (Object.keys(policy.folders).length >= MOST_FOLDERS)
    throw new PolicyFull(`An account has at most ${MOST_FOLDERS} folders.`);
  refuse(fieldFaults(policy, fields));
  const folder: Folder = { ...fields, folderId, version: policy.version + 1 };
  const after = withFolder(policy, folder);
  refuse(shapeFaults(after, folder));
  requireInFolder(authority, fields.parentId, 'store');
  refuseMoreThanHeld(folderFaults(authority, policy, after, { folderId, standsFor: fields.parentId }));
  return after;
};

const folderToChange = (policy: Policy, { folderId, ifMatch }: FolderRef): Folder => {
  const folder = policy.folders[folderId];
  if (folder === undefined) throw new NotFound();
  if (folder.version !== ifMatch) throw new ChangedMeanwhile();
  return folder;
};

const refuseSupportOnly = (before: Folder, after: Folder): void => {
  const taken = SUPPORT_ONLY.filter(
    (key) => before.permissions.includes(key) && !after.permissions.includes(key),
  );
  if (taken.length > 0) throw new SupportOnly(taken, '/permissions');
};

/**
 * The policy with a folder replaced, and moved if it has another parent.
 * Throws `NotFound`, `ChangedMeanwhile`, `InvalidRequest`, `NotInFolder`, `SupportOnly`, `MoreThanHeld`.
 */
export const changeFolder =
  (authority: Authority, ref: FolderRef, { parentId, ...fields }: FolderFields) =>
  (policy: Policy): Policy => {
    const before = folderToChange(policy, ref);
    const isRoot = ref.folderId === ROOT_FOLDER;
    refuse(fieldFaults(policy, { ...fields, parentId }));
    const folder: Folder = {
      ...fields,
      folderId: ref.folderId,
      version: policy.version + 1,
      ...(!isRoot && { parentId }),
    };
    const after = withFolder(policy, folder);
    refuse(shapeFaults(after, folder));
    requireInFolder(authority, ref.folderId, 'write');
    if (!isRoot && parentId !== before.parentId) requireInFolder(authority, parentId, 'store');
    refuseSupportOnly(before, folder);
    const itself = { folderId: ref.folderId, standsFor: ref.folderId };
    refuseMoreThanHeld(folderFaults(authority, policy, after, itself));
    return after;
  };

/** The policy without a folder. Throws `NotFound`, `ChangedMeanwhile`, `NotInFolder`, `InvalidRequest`, `InUse`. */
export const removeFolder =
  (authority: Authority, ref: FolderRef) =>
  (policy: Policy): Policy => {
    folderToChange(policy, ref);
    if (ref.folderId === ROOT_FOLDER)
      throw new InvalidRequest([
        { pointer: '/path/folderId', detail: 'is the root, which every account has' },
      ]);
    requireInFolder(authority, ref.folderId, 'write');
    const by = [
      ...childrenOf(policy, ref.folderId).map(({ name }) => `the folder ${name}, which is in it`),
      ...Object.values(policy.groups)
        .filter(({ folders }) => folders.includes(ref.folderId))
        .map(({ name }) => `the access-control group ${name}`),
    ];
    if (by.length > 0) throw new InUse('folder', by);
    const { [ref.folderId]: _, ...folders } = policy.folders;
    return { ...policy, version: policy.version + 1, folders };
  };
