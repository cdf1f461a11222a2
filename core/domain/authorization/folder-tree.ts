import { ROOT_FOLDER } from '../ids.ts';
import type { Folder, Policy } from './policy.ts';

/** How deep folders nest below the root, how many one folder holds, how many there are in all. */
export const DEEPEST = 10;
export const BROADEST = 200;
export const MOST_FOLDERS = 1_000;

/**
 * The folders from the root down to this one; empty for a folder that is not there, or that hangs on none, so that
 * nobody gets anything from it.
 */
export const pathTo = ({ folders }: Pick<Policy, 'folders'>, folderId: string): readonly Folder[] => {
  const path: Folder[] = [];
  for (let at: string | undefined = folderId; at !== undefined; at = folders[at]?.parentId) {
    const folder: Folder | undefined = folders[at];
    if (folder === undefined || path.length > DEEPEST) return [];
    path.unshift(folder);
  }
  return path[0]?.folderId === ROOT_FOLDER ? path : [];
};

export const childrenOf = ({ folders }: Pick<Policy, 'folders'>, folderId: string): readonly Folder[] =>
  Object.values(folders).filter(({ parentId }) => parentId === folderId);

/** The folder with all below it. */
export const subtreeOf = (policy: Pick<Policy, 'folders'>, folderId: string): readonly Folder[] =>
  Object.values(policy.folders).filter((folder) =>
    pathTo(policy, folder.folderId).some((above) => above.folderId === folderId),
  );
