import type { DataViewLevel } from '../permissions.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import type { FolderRight } from './policy.ts';

/** Whose data a member reaches besides their own: everybody's, or that of the members in these folders. */
export type Reach = 'everything' | ReadonlySet<string>;

/** Which campaigns, initiatives, queues, routes and agent groups a member reaches, by kind and key (`workName`). */
export type WorkReach = 'everything' | ReadonlySet<string>;

interface Viewer {
  folderId: string;
  groups: readonly string[];
  subjects: ReadonlySet<string>;
  dataViewLevel: DataViewLevel;
  isAdministrator: boolean;
}

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

/** What the groups open together; a group that is not there opens nothing. */
const foldersOf = (policy: CompiledPolicy, groups: readonly string[]): ReadonlySet<string> =>
  union(groups.flatMap((id) => policy.policy.groups[id]?.folders ?? []).map((id) => policy.below(id)));

const levelReach = (policy: CompiledPolicy, { dataViewLevel, folderId, groups }: Viewer): Reach => {
  switch (dataViewLevel) {
    case 'own':
      return new Set();
    case 'folder':
      return policy.below(folderId);
    case 'group':
      return foldersOf(policy, groups);
    case 'account':
    case 'agency':
      return 'everything';
  }
};

const names = (list: readonly string[], subjects: ReadonlySet<string>): boolean =>
  list.some((subject) => subjects.has(subject));

/** The folders in which a member has a right by an access list, with those below. */
export const listedFolders = (
  { policy, below }: CompiledPolicy,
  subjects: ReadonlySet<string>,
  right: FolderRight,
): ReadonlySet<string> =>
  union(
    Object.values(policy.folders)
      .filter(({ access }) => names(access[right], subjects))
      .map(({ folderId }) => below(folderId)),
  );

/** How far a member sees: the data-view level and the read lists of folders, narrowed by access-control groups (D-4). */
export const reachOf = (policy: CompiledPolicy, viewer: Viewer): Reach => {
  if (viewer.isAdministrator) return 'everything';
  const level = levelReach(policy, viewer);
  const wide =
    level === 'everything' ? level : union([level, listedFolders(policy, viewer.subjects, 'read')]);
  if (viewer.groups.length === 0) return wide;
  const narrow = foldersOf(policy, viewer.groups);
  return wide === 'everything' ? narrow : new Set([...wide].filter((id) => narrow.has(id)));
};

export const workReachOf = ({ policy }: CompiledPolicy, groups: readonly string[]): WorkReach => {
  const open = groups.map((id) => {
    const group = policy.groups[id];
    return group === undefined ? [] : group.work;
  });
  if (groups.length === 0 || open.includes(undefined)) return 'everything';
  return new Set(open.flatMap((keys) => keys ?? []));
};

/** Whether an access list on the folder, or on one above it, names the member. */
export const isListed = (
  policy: CompiledPolicy,
  subjects: ReadonlySet<string>,
  folderId: string,
  right: FolderRight,
): boolean => policy.path(folderId).some(({ access }) => names(access[right], subjects));

/** Whether all that `inner` reaches is reached by `outer` too. */
export const isWithinReach = (inner: Reach, outer: Reach): boolean =>
  outer === 'everything' || (inner !== 'everything' && [...inner].every((id) => outer.has(id)));
