import type { Endpoint } from '../endpoints.ts';
import { Forbidden, InvalidRequest, NotFound, NotInFolder } from '../errors.ts';
import type { Permission } from '../permissions.ts';
import { type CompiledPolicy, compilePolicy } from './compiled-policy.ts';
import { FOLDER_RIGHTS, type FolderRight } from './policy.ts';
import { isListed } from './reach.ts';
import { type AgencyRole, type Rights, rightsOf } from './rights.ts';

/** Who is asking, in which account, with which rights. Made once per request; every decision is put to it. */
export interface Authority {
  accountId: string;
  /** A user or an API user. */
  userId: string;
  rights: Rights;
  policy: CompiledPolicy;
  /** What they hold in the account's agency, if anything. */
  agencyRole?: AgencyRole | undefined;
  /** Of a program: all that it may call, whatever permissions it holds (E-11). */
  endpoints?: readonly Endpoint[];
}

/** Who asks about no account at all, and so may do nothing in one. */
export const nowhere = (userId: string): Authority => {
  const policy = compilePolicy({ accountId: '', version: 0, roles: {}, folders: {}, groups: {} });
  return {
    accountId: '',
    userId,
    rights: rightsOf(policy, { userId, folderId: '', byHand: undefined }),
    policy,
  };
};

/** Someone or something that stands in a folder. */
export interface Placed {
  userId: string;
  folderId: string;
}

export const holds = ({ rights }: Authority, permission: Permission): boolean =>
  rights.permissions.has(permission);

/** Whether one sees a member: oneself always, others within one's reach. */
export const reaches = ({ userId, rights }: Authority, target: Placed): boolean =>
  target.userId === userId || rights.reach === 'everything' || rights.reach.has(target.folderId);

/** Whether one may do something inside a folder: administrators anything, others what its access lists give them. */
export const mayInFolder = ({ rights, policy }: Authority, folderId: string, right: FolderRight): boolean =>
  rights.isAdministrator || isListed(policy, rights.subjects, folderId, right);

/** Whether one sees a folder: within one's reach, on the way to one's own, or named on one of its access lists. */
export const seesFolder = (authority: Authority, folderId: string): boolean => {
  const { rights, policy } = authority;
  return (
    rights.reach === 'everything' ||
    rights.reach.has(folderId) ||
    policy.path(rights.folderId).some((folder) => folder.folderId === folderId) ||
    FOLDER_RIGHTS.some((right) => mayInFolder(authority, folderId, right))
  );
};

/** Throws `Forbidden` unless one holds one of the permissions. */
export const requireAny = (authority: Authority, permissions: readonly Permission[]): void => {
  if (!permissions.some((permission) => holds(authority, permission))) throw new Forbidden(permissions);
};

/** Whoever is out of reach is as good as not there. Throws `NotFound`. */
export const requireReach = (authority: Authority, target: Placed): void => {
  if (!reaches(authority, target)) throw new NotFound();
};

/** A folder out of sight is named like one that is not there. Throws `InvalidRequest`. */
export const requireInSight = (authority: Authority, folderId: string, pointer: string): void => {
  if (!seesFolder(authority, folderId))
    throw new InvalidRequest([{ pointer, detail: 'is no folder of this account' }]);
};

/** Throws `NotInFolder` unless one has every one of the rights in the folder. */
export const requireInFolder = (
  authority: Authority,
  folderId: string,
  ...rights: readonly FolderRight[]
): void => {
  const lacking = rights.filter((right) => !mayInFolder(authority, folderId, right));
  if (lacking.length > 0) throw new NotInFolder(lacking);
};
