import type { AccessList } from '../domain/access-list.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { differing, refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import type { Fault } from '../domain/errors.ts';
import { ROOT_FOLDER } from '../domain/ids.ts';
import type { Ports } from './ports.ts';

/** How many access lists are looked through: as many as any list of ours. */
const MOST_LISTS = 1_000;

/** The access lists of an account. */
export const allAccessLists = async (
  { accessLists }: Pick<Ports, 'accessLists'>,
  accountId: string,
): Promise<readonly AccessList[]> => {
  const found: AccessList[] = [];
  let cursor: string | undefined;
  do {
    const page = await accessLists.list(accountId, { limit: 100, cursor });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < MOST_LISTS);
  return found;
};

const names = ({ subjects }: AccessList, known: ReadonlySet<string>): boolean =>
  subjects.some((subject) => known.has(subject));

/**
 * Access lists of queues, IVRs and templates name roles and groups (C-63): with one of them comes, or goes, access that
 * whoever gives it must have. The lists are read only when somebody gets other names, and not by an administrator.
 */
export const accessListFaults =
  (ports: Pick<Ports, 'accessLists'>) =>
  async (
    { accountId, rights }: Authority,
    before: ReadonlySet<string>,
    after: ReadonlySet<string>,
    pointer: string,
  ): Promise<readonly Fault[]> => {
    if (rights.isAdministrator || differing(before, after).length === 0) return [];
    const lists = await allAccessLists(ports, accountId);
    return lists
      .filter((list) => names(list, before) !== names(list, after) && !names(list, rights.subjects))
      .map(({ kind, key }) => ({
        pointer,
        detail: `changes access to the ${kind} ${key}, which you do not have`,
      }));
  };

/** The name that a folder, or a new one in another, gives by its role to whoever has none by hand. */
const roleNames = (authority: Authority, folderId: string, role?: string): ReadonlySet<string> => {
  const inherited = authority.policy.path(folderId).findLast((folder) => folder.role !== undefined)?.role;
  const ref = role ?? inherited;
  return new Set(ref === undefined ? [] : [ref]);
};

/**
 * Refuses a folder whose role would open, or close, queues, IVRs and templates to which whoever changes it has no access
 * (C-63, X-4). `was` is the folder, or of a new one the folder it is put in. Throws `MoreThanHeld`.
 */
export const refuseListedRole =
  (ports: Pick<Ports, 'accessLists'>) =>
  async (
    authority: Authority,
    was: string,
    { role, parentId }: { role?: string | undefined; parentId: string },
  ): Promise<void> => {
    const before = roleNames(authority, was);
    const after = roleNames(authority, was === ROOT_FOLDER ? was : parentId, role);
    refuseMoreThanHeld(await accessListFaults(ports)(authority, before, after, '/role'));
  };
