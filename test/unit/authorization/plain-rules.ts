import { PAGE_KEYS, type Page } from '../../../core/domain/pages.ts';
import {
  DATA_VIEW_LEVELS,
  type DataViewLevel,
  PERMISSION_KEYS,
  PERMISSIONS,
  type Permission,
  type PermissionFacts,
  SITE_PERMISSION_LEVELS,
  type SitePermissionLevel,
} from '../../../core/domain/permissions.ts';
import { type BuiltInRole, ROLES, type Role } from '../../../core/domain/roles.ts';
import { GONE, type Person, type RandomAccount, WORK } from './random-account.ts';

/** The rules that Cedar has no words for, as plain as they can be said. Nothing here is fast or clever. */

type Policy = RandomAccount['policy'];

/** Whoever has a folder, something by hand and perhaps an agency role. */
export type Holder = Pick<Person, 'userId' | 'folderId' | 'byHand' | 'agencyRole'>;

/** C-7: the role given by hand, else that of the nearest folder that has one; none in a folder that is not there. */
export const roleOf = ({ folders }: Policy, { folderId, byHand }: Holder): string | undefined => {
  let nearest: string | undefined;
  let at = folders[folderId];
  while (at !== undefined) {
    nearest ??= at.role;
    if (at.folderId === 'fld_root') return byHand.role ?? nearest;
    at = folders[at.parentId ?? ''];
  }
  return undefined;
};

/** What there is to know of a role, built in or the account's own. */
export const factsOf = ({ roles }: Policy, role: string | undefined): Role | BuiltInRole | undefined => {
  for (const [key, facts] of Object.entries(ROLES)) if (key === role) return facts;
  return role === undefined ? undefined : roles[role];
};

/** A-4, D-23: whoever has an agency role sees as far as it; others by hand, else as their role says. */
export const dataViewLevelOf = (policy: Policy, holder: Holder): DataViewLevel => {
  if (holder.agencyRole !== undefined) return 'agency';
  return holder.byHand.dataViewLevel ?? factsOf(policy, roleOf(policy, holder))?.dataViewLevel ?? 'own';
};

const sitePermissionLevelOf = (policy: Policy, holder: Holder): SitePermissionLevel =>
  holder.byHand.sitePermissionLevel ?? factsOf(policy, roleOf(policy, holder))?.sitePermissionLevel ?? 'user';

/** C-29, C-42: what a permission needs besides itself to have any effect. */
export const requirementsOf = (permission: Permission): readonly Permission[] => {
  const { requires = [] }: PermissionFacts = PERMISSIONS[permission];
  return PERMISSION_KEYS.filter((key) => requires.includes(key));
};

/** What the other half of the statement, in Cedar, answers of somebody. */
export interface Asked {
  holds(holder: Holder, permission: Permission): boolean;
  sees(holder: Holder, folderId: string): boolean;
  isAdministrator(holder: Holder): boolean;
}

/** E-15, E-18: pages come with permissions and with the role; pages by hand come instead of the role's. */
export const hasPage = (policy: Policy, asked: Asked, holder: Holder, page: Page): boolean => {
  for (const permission of PERMISSION_KEYS) {
    const unlocks: readonly Page[] = PERMISSIONS[permission].pages;
    if (unlocks.includes(page) && asked.holds(holder, permission)) return true;
  }
  const ofAgency: readonly Page[] = holder.agencyRole === undefined ? [] : ROLES[holder.agencyRole].pages;
  if (ofAgency.includes(page)) return true;
  const role = factsOf(policy, roleOf(policy, holder));
  return role !== undefined && (holder.byHand.pages ?? role.pages).includes(page);
};

/** D-4: a campaign, initiative or queue is open to whoever is in no group, and in one that names it or names none. */
export const reachesWork = ({ groups }: Policy, asked: Asked, holder: Holder, work: string): boolean => {
  if (asked.isAdministrator(holder) || holder.byHand.groups.length === 0) return true;
  for (const id of holder.byHand.groups) {
    const group = groups[id];
    if (group !== undefined && (group.work === undefined || group.work.includes(work))) return true;
  }
  return false;
};

/** C-8, C-15: what role, folders, grants and agency role give, whether or not it has effect. */
const isGiven = (policy: Policy, holder: Holder, permission: Permission): boolean => {
  const ofAgency: readonly Permission[] =
    holder.agencyRole === undefined ? [] : ROLES[holder.agencyRole].permissions;
  if (ofAgency.includes(permission)) return true;
  const role = factsOf(policy, roleOf(policy, holder));
  if (role === undefined) return false;
  if (role.permissions.includes(permission) || holder.byHand.grants.includes(permission)) return true;
  if ('closed' in role && role.closed) return false;
  let at = policy.folders[holder.folderId];
  while (at !== undefined) {
    if (at.permissions.includes(permission)) return true;
    at = policy.folders[at.parentId ?? ''];
  }
  return false;
};

/**
 * whoever makes somebody what they were not holds all that differs: permissions, pages, levels, whom they see, what
 * they work on. Only administrators make and unmake administrators; they are above every level but that of the agency.
 */
export const mayDelegate = (
  { policy }: RandomAccount,
  asked: Asked,
  giver: Holder,
  before: Holder | undefined,
  after: Holder,
): boolean => {
  const isAdministrator = asked.isAdministrator(giver);
  const isAllowed = (has: (holder: Holder) => boolean): boolean =>
    (before !== undefined && has(before)) === has(after) || has(giver);

  for (const permission of PERMISSION_KEYS)
    if (!isAllowed((holder) => asked.holds(holder, permission))) return false;
  for (const permission of PERMISSION_KEYS) {
    const was = before !== undefined && isGiven(policy, before, permission);
    if (was !== isGiven(policy, after, permission) && !asked.holds(giver, permission) && !isAdministrator)
      return false;
  }
  for (const page of PAGE_KEYS)
    if (!isAdministrator && !isAllowed((holder) => hasPage(policy, asked, holder, page))) return false;
  for (const folderId of [...Object.keys(policy.folders), GONE.folder])
    if (!isAllowed((holder) => asked.sees(holder, folderId))) return false;
  for (const work of [...WORK, 'named by no group'])
    if (!isAllowed((holder) => reachesWork(policy, asked, holder, work))) return false;
  if (!isAllowed((holder) => asked.isAdministrator(holder))) return false;

  const mine = dataViewLevelOf(policy, giver);
  const seen = isAdministrator && mine !== 'agency' ? 'account' : mine;
  const views = new Set([before, after].flatMap((one) => (one ? [dataViewLevelOf(policy, one)] : [])));
  if (before === undefined || views.size === 2)
    for (const view of views)
      if (DATA_VIEW_LEVELS.indexOf(view) > DATA_VIEW_LEVELS.indexOf(seen)) return false;

  const changed = SITE_PERMISSION_LEVELS.indexOf(sitePermissionLevelOf(policy, giver));
  const sites = new Set([before, after].flatMap((one) => (one ? [sitePermissionLevelOf(policy, one)] : [])));
  if (!isAdministrator && (before === undefined || sites.size === 2))
    for (const site of sites) if (SITE_PERMISSION_LEVELS.indexOf(site) > changed) return false;
  return true;
};
