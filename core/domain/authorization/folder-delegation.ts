import type { Fault } from '../errors.ts';
import { type Authority, mayInFolder } from './authority.ts';
import { type CompiledPolicy, compilePolicy } from './compiled-policy.ts';
import { type Handed, handedFaults, handoverFaults } from './delegation.ts';
import { pathTo } from './folder-tree.ts';
import { FOLDER_RIGHTS, type FolderRight, type Policy } from './policy.ts';
import { isWithinReach } from './reach.ts';
import { type Rights, rightsOf } from './rights.ts';

/** What somebody would have who is in the folder and has nothing by hand. */
const defaultsIn = (policy: CompiledPolicy, folderId: string): Rights =>
  rightsOf(policy, { userId: '', folderId, byHand: undefined });

/**
 * What somebody in the folder inherits, and what the folder gives by itself: what comes twice outlives either source.
 * A folder that is new gave nothing, and whoever is put into it had what the one above it gives.
 */
const inherited = (policy: CompiledPolicy, folderId: string, standsFor: string): Handed => ({
  permissions: new Set(policy.path(standsFor).flatMap(({ permissions }) => permissions)),
  given: new Set(policy.policy.folders[folderId]?.permissions ?? []),
  pages: new Set(),
});

/** A folder that is made or changed; `standsFor` is itself, or of a new one the folder it is put in. */
interface Changed {
  folderId: string;
  standsFor: string;
}

/** What changes for whoever is in the folder or below it, as far as who changes it does not hold it. */
const inheritanceFaults = (
  authority: Authority,
  before: Policy,
  after: Policy,
  { folderId, standsFor }: Changed,
): readonly Fault[] => {
  const was = compilePolicy(before);
  const is = compilePolicy(after);
  const faults = [...is.below(folderId)].flatMap((id) => {
    const former = before.folders[id] ? id : standsFor;
    return [
      ...handedFaults(authority, inherited(was, id, former), inherited(is, id, id), '/permissions'),
      ...handoverFaults(authority, defaultsIn(was, former), defaultsIn(is, id), '/role'),
    ];
  });
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.detail}`, fault])).values()];
};

/** Whom a folder's own access list names, and whom that and the lists of the folders above it name. */
const listedIn = (policy: Policy, folderId: string, right: FolderRight) => ({
  own: policy.folders[folderId]?.access[right] ?? [],
  all: pathTo(policy, folderId).flatMap(({ access }) => access[right]),
});

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.includes(one)) && others.every((one) => some.includes(one));

/**
 * Whoever gets a right in a folder, or loses it, by its own lists or by those of another folder above, does by somebody
 * who has that right there.
 */
const listFaults = (
  authority: Authority,
  before: Policy,
  after: Policy,
  { folderId, standsFor }: Changed,
): readonly Fault[] =>
  FOLDER_RIGHTS.flatMap((right) => {
    const { own } = listedIn(before, folderId, right);
    const { all } = listedIn(before, standsFor, right);
    const is = listedIn(after, folderId, right);
    const isSame = isSameSet(own, is.own) && isSameSet(all, is.all);
    return isSame || mayInFolder(authority, standsFor, right)
      ? []
      : [{ pointer: `/access/${right}`, detail: 'changes a right that you do not have in this folder' }];
  });

/** Another folder above opens what is moved to whoever reaches that one, so it is for those who reach it already. */
const moveFaults = (
  { rights, policy }: Authority,
  before: Policy,
  after: Policy,
  { folderId }: Changed,
): readonly Fault[] => {
  const was = before.folders[folderId];
  const isMoved = was !== undefined && was.parentId !== after.folders[folderId]?.parentId;
  return isMoved && !isWithinReach(policy.below(folderId), rights.reach)
    ? [{ pointer: '/parentId', detail: 'moves members whom you do not reach' }]
    : [];
};

/** The faults of a folder becoming what it has not been, for whoever does not hold all that changes by it. */
export const folderFaults = (
  authority: Authority,
  before: Policy,
  after: Policy,
  changed: Changed,
): readonly Fault[] => [
  ...inheritanceFaults(authority, before, after, changed),
  ...listFaults(authority, before, after, changed),
  ...moveFaults(authority, before, after, changed),
];
