interface Place {
  readonly folderId: string;
  readonly parentId?: string | undefined;
  readonly name: string;
}

const pathOf = <Folder extends Place>(folder: Folder, byId: ReadonlyMap<string, Folder>): string => {
  const above = folder.parentId === undefined ? undefined : byId.get(folder.parentId);
  return above === undefined ? folder.name : `${pathOf(above, byId)} / ${folder.name}`;
};

/** Folders with the way to each from the highest that one sees, in the order of the tree. */
export const foldersWithPaths = <Folder extends Place>(folders: readonly Folder[]) => {
  const byId = new Map(folders.map((folder) => [folder.folderId, folder]));
  return folders
    .map((folder) => ({ folder, path: pathOf(folder, byId) }))
    .toSorted((one, other) => one.path.localeCompare(other.path));
};
