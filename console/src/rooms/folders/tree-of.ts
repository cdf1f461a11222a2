/** As much of a folder as the tree is made of. */
interface Place {
  readonly folderId: string;
  readonly parentId?: string | undefined;
  readonly name: string;
}

/** A folder with those in it, by name. */
export interface Branch {
  readonly value: string;
  readonly label: string;
  readonly children: Branch[];
}

/** Those seen whose folder above is not seen are at the top: one may see a part of the tree alone. */
export const treeOf = (folders: readonly Place[]): Branch[] => {
  const seen = new Set(folders.map(({ folderId }) => folderId));
  const inside = (parentId: string | undefined): Branch[] =>
    folders
      .filter((folder) =>
        parentId === undefined
          ? folder.parentId === undefined || !seen.has(folder.parentId)
          : folder.parentId === parentId,
      )
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map(({ folderId, name }) => ({ value: folderId, label: name, children: inside(folderId) }));
  return inside(undefined);
};

/** The folders above one, the highest first. */
export const aboveOf = <Folder extends Place>(
  folders: readonly Folder[],
  folderId: string,
): readonly Folder[] => {
  const folder = folders.find((one) => one.folderId === folderId);
  const parent = folders.find((one) => one.folderId === folder?.parentId);
  return parent === undefined ? [] : [...aboveOf(folders, parent.folderId), parent];
};

/** Whether one folder is another one, or somewhere below it. */
export const isWithin = (folders: readonly Place[], folderId: string, other: string): boolean =>
  folderId === other || aboveOf(folders, folderId).some((one) => one.folderId === other);
