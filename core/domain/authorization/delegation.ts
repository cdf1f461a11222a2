import type { Fault } from '../errors.ts';
import { MoreThanHeld } from '../errors.ts';
import type { Page } from '../pages.ts';
import {
  DATA_VIEW_LEVELS,
  type DataViewLevel,
  type Permission,
  SITE_PERMISSION_LEVELS,
  type SitePermissionLevel,
} from '../permissions.ts';
import type { Authority } from './authority.ts';
import { FOLDER_RIGHTS } from './policy.ts';
import { isWithinReach, listedFolders, type Reach } from './reach.ts';
import type { Rights } from './rights.ts';

/** What changes hands when something is given or taken away. */
export interface Handed {
  permissions: ReadonlySet<Permission>;
  /** With those that have no effect as things are. */
  given?: ReadonlySet<Permission>;
  pages: ReadonlySet<Page>;
}

/** What is in one of the two alone. */
export const differing = <Key>(one: ReadonlySet<Key>, other: ReadonlySet<Key>): readonly Key[] => [
  ...[...one].filter((key) => !other.has(key)),
  ...[...other].filter((key) => !one.has(key)),
];

/**
 * The faults of handing over, or taking away, what one does not hold (X-4, C-38): only what differs between before and
 * after counts. What has no effect today may have tomorrow, by somebody else's doing, so it counts as what has.
 */
export const handedFaults = (
  { rights }: Authority,
  before: Handed,
  after: Handed,
  pointer: string,
): readonly Fault[] => {
  if (rights.isAdministrator) return [];
  const changed = new Set([
    ...differing(before.permissions, after.permissions),
    ...differing(before.given ?? NONE, after.given ?? NONE),
  ]);
  const permissions = [...changed].filter((key) => !rights.permissions.has(key));
  const pages = differing(before.pages, after.pages).filter((key) => !rights.pages.has(key));
  return [
    ...(permissions.length > 0
      ? [{ pointer, detail: `changes permissions that you do not hold: ${permissions.join(', ')}` }]
      : []),
    ...(pages.length > 0
      ? [{ pointer, detail: `changes pages that you do not hold: ${pages.join(', ')}` }]
      : []),
  ];
};

const NONE: ReadonlySet<Permission> = new Set();

/** How far somebody sees data and changes the site. */
export interface Levels {
  dataViewLevel: DataViewLevel;
  sitePermissionLevel: SitePermissionLevel;
}

const isAbove = <Level>(levels: readonly Level[], one: Level, other: Level): boolean =>
  levels.indexOf(one) > levels.indexOf(other);

/** An administrator sees the whole account, whatever level they have been given. */
const mostSeen = ({ isAdministrator, dataViewLevel }: Rights): DataViewLevel =>
  isAdministrator && dataViewLevel !== 'agency' ? 'account' : dataViewLevel;

/** What a level was and is, if it changes. */
const changing = <Level>(was: Level | undefined, is: Level): readonly Level[] =>
  was === is ? [] : was === undefined ? [is] : [was, is];

/** The faults of giving, or taking away, a level above one's own. */
export const levelFaults = (
  { rights }: Authority,
  before: Levels | undefined,
  after: Levels,
  pointer: string,
): readonly Fault[] => {
  const seen = changing(before?.dataViewLevel, after.dataViewLevel).filter((level) =>
    isAbove(DATA_VIEW_LEVELS, level, mostSeen(rights)),
  );
  const changed = changing(before?.sitePermissionLevel, after.sitePermissionLevel).filter(
    (level) => !rights.isAdministrator && isAbove(SITE_PERMISSION_LEVELS, level, rights.sitePermissionLevel),
  );
  return [
    ...seen.map((level) => ({ pointer, detail: `changes the data-view level ${level}, above your own` })),
    ...changed.map((level) => ({
      pointer,
      detail: `changes the site permission level ${level}, above your own`,
    })),
  ];
};

const NOWHERE: Reach = new Set();

/** What is reached before and not after, or after and not before. */
const changedReach = (before: Reach, after: Reach): Reach => {
  if (before !== 'everything' && after !== 'everything') return new Set(differing(before, after));
  return before === after ? NOWHERE : 'everything';
};

/** The faults of a member's rights becoming others: in permissions, pages, levels, reach, and who is administrator. */
export const rightsFaults = (
  authority: Authority,
  before: Rights | undefined,
  after: Rights,
  pointer: string,
): readonly Fault[] => {
  const mine = authority.rights;
  const changesAdministrator = (before?.isAdministrator ?? false) !== after.isAdministrator;
  const reach = changedReach(before?.reach ?? NOWHERE, after.reach);
  const work = changedReach(before?.work ?? NOWHERE, after.work);
  return [
    ...handedFaults(authority, before ?? NOTHING, after, pointer),
    ...levelFaults(authority, before, after, pointer),
    ...(changesAdministrator && !mine.isAdministrator
      ? [{ pointer, detail: 'only an administrator makes or unmakes administrators' }]
      : []),
    ...(isWithinReach(reach, mine.reach)
      ? []
      : [{ pointer, detail: 'reaches members that you do not reach' }]),
    ...(isWithinReach(work, mine.work) ? [] : [{ pointer, detail: 'reaches work that you do not reach' }]),
  ];
};

const NOBODY: ReadonlySet<string> = new Set();

/** Access lists of folders name roles and groups: with one of them comes, or goes, what its members may do there. */
export const trustFaults = (
  { rights, policy }: Authority,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  pointer: string,
): readonly Fault[] =>
  FOLDER_RIGHTS.flatMap((right) => {
    const listed = (subjects: ReadonlySet<string>) => listedFolders(policy, subjects, right);
    const changed = new Set(differing(listed(before), listed(after)));
    return rights.isAdministrator || isWithinReach(changed, listed(rights.subjects))
      ? []
      : [{ pointer, detail: `changes the right to ${right} in folders where you do not have it` }];
  });

/** The faults of a member's rights becoming others, and with them what folders trust the member with. */
export const handoverFaults = (
  authority: Authority,
  before: Rights | undefined,
  after: Rights,
  pointer: string,
): readonly Fault[] => [
  ...rightsFaults(authority, before, after, pointer),
  ...trustFaults(authority, before?.subjects ?? NOBODY, after.subjects, pointer),
];

const NOTHING: Handed = { permissions: new Set(), pages: new Set() };

/** Nobody gives more than they hold, by any way in. Throws `MoreThanHeld` with every fault. */
export const refuseMoreThanHeld = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new MoreThanHeld(faults);
};
