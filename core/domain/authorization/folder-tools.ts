import { InvalidRequest } from '../errors.ts';
import type { Permission } from '../permissions.ts';
import { pathTo } from './folder-tree.ts';
import type { Folder, Policy } from './policy.ts';

const FOLDER_TOOLS: Permission = 'use-folder-tools';

const gives = ({ permissions }: Folder): boolean => permissions.includes(FOLDER_TOOLS);

/** The folders that give folder tools to the members of this one: what a folder gives, all below it get as well. */
export const foldersGivingTools = (policy: Policy, folderId: string): readonly Folder[] =>
  pathTo(policy, folderId).filter(gives);

/** Throws `InvalidRequest` for a folder that is not there. */
const folderOf = (policy: Policy, folderId: string): Folder => {
  const folder = policy.folders[folderId];
  if (folder === undefined)
    throw new InvalidRequest([{ pointer: '/folderId', detail: 'is no folder of this account' }]);
  return folder;
};

/** Whether the folder itself gives folder tools. Throws `InvalidRequest`. */
export const givesFolderTools = (policy: Policy, folderId: string): boolean =>
  gives(folderOf(policy, folderId));

/**
 * The policy with folder tools put into a folder's permissions, or taken out of them, which nobody but the platform's
 * support does (C-36). Throws `InvalidRequest`.
 */
export const withFolderTools =
  (folderId: string, isGiven: boolean) =>
  (policy: Policy): Policy => {
    const folder = folderOf(policy, folderId);
    const others = folder.permissions.filter((key) => key !== FOLDER_TOOLS);
    const version = policy.version + 1;
    const permissions = isGiven ? [...others, FOLDER_TOOLS] : others;
    return {
      ...policy,
      version,
      folders: { ...policy.folders, [folderId]: { ...folder, permissions, version } },
    };
  };
