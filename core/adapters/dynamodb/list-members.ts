import * as z from 'zod/mini';
import { TABLE } from '../../contract/table.ts';
import { userId } from '../../domain/ids.ts';
import { sortableName } from '../../domain/sections/profile.ts';
import type { ListedMember, MemberFilter, MemberRef, Members } from '../../usecases/ports.ts';
import { listedMemberItem } from './items/member.ts';
import {
  memberEmails,
  memberKey,
  memberLoginIds,
  memberLoginKey,
  memberNames,
  membersAtLocation,
  membersByStatus,
  membersInFolder,
  sectionKey,
} from './keys.ts';
import { queryPage } from './query-page.ts';
import { readHeads } from './read-heads.ts';
import type { Store } from './store.ts';

/** DynamoDB's limit for a sort key. */
const MOST_BYTES = 1024;

/** Whose place it is: every list's sort keys end with the user id, which holds no `#`. */
const userIn = (sortKey: string): string => sortKey.slice(sortKey.lastIndexOf('#') + 1);

/** The shape of a sort key that begins with `prefix`. */
const placeFrom = (prefix: string) =>
  z.string().check(
    z.startsWith(prefix),
    z.refine((key) => Buffer.byteLength(key) <= MOST_BYTES),
    z.refine((key) => userId.safeParse(userIn(key)).success),
  );

/** One of the ways through the members of an account. */
interface Way {
  by: 'status' | 'folder' | 'location' | 'name' | 'email' | 'login-id';
  index: (typeof TABLE.indexes)[keyof typeof TABLE.indexes];
  partition: string;
  prefix: string;
  /** Which item of a member stands there. */
  keyOf: (ref: MemberRef) => object;
}

const profileKey = (ref: MemberRef) => sectionKey(ref, 'profile');

const { byStatus, byGroup, bySearch } = TABLE.indexes;

/** The way that leaves least to look at one by one. */
const wayOf = (accountId: string, filter: MemberFilter): Way => {
  const { status, folderId, location, namePrefix = '', emailPrefix, loginIdPrefix } = filter;
  const prefix = sortableName(namePrefix);
  if (emailPrefix !== undefined) {
    const partition = memberEmails(accountId);
    return { by: 'email', index: bySearch, partition, prefix: emailPrefix, keyOf: profileKey };
  }
  if (loginIdPrefix !== undefined) {
    const partition = memberLoginIds(accountId);
    return { by: 'login-id', index: bySearch, partition, prefix: loginIdPrefix, keyOf: memberLoginKey };
  }
  if (folderId !== undefined) {
    const partition = membersInFolder(accountId, folderId);
    return { by: 'folder', index: byGroup, partition, prefix, keyOf: memberKey };
  }
  if (location !== undefined) {
    const partition = membersAtLocation(accountId, location);
    return { by: 'location', index: byGroup, partition, prefix, keyOf: profileKey };
  }
  if (status !== undefined) {
    const partition = membersByStatus(accountId, status);
    return { by: 'status', index: byStatus, partition, prefix, keyOf: memberKey };
  }
  return { by: 'name', index: bySearch, partition: memberNames(accountId), prefix, keyOf: memberKey };
};

const hasRole = (
  { role, folderId }: ListedMember,
  { byHand, folders }: NonNullable<MemberFilter['role']>,
): boolean => (role === undefined ? folders.has(folderId) : role === byHand);

/** Whether a member is what is asked for, as far as that is no matter of how names are sorted. */
const isAsked =
  ({ status, folderId, role, location, emailPrefix = '', loginIdPrefix = '' }: MemberFilter) =>
  (member: ListedMember): boolean =>
    (status === undefined || member.status === status) &&
    (folderId === undefined || member.folderId === folderId) &&
    (role === undefined || hasRole(member, role)) &&
    (location === undefined || member.location === location) &&
    member.email.startsWith(emailPrefix) &&
    member.loginId.startsWith(loginIdPrefix);

/** A place in a list, and who is there; nobody, when they have left it since. */
interface Place {
  sortKey: string;
  member: ListedMember | undefined;
}

/**
 * AP-23 · members of one status, folder or location by name, or by the beginning of name, email or login ID · Query on
 * by-status, by-group or by-search, half a read unit per 4 KB looked at; by location or search BatchGetItem, half a read
 * unit per member looked at, since these indexes have keys alone. A role is looked for one by one.
 */
export const listMembers =
  (store: Store): Members['list'] =>
  async (accountId, filter, page, sees) => {
    const { by, index, partition, prefix, keyOf } = wayOf(accountId, filter);
    const { status, folderId, role, location } = filter;
    // The others have no more than keys: of the head by name, or of an item beside it.
    const copies = by === 'status' || by === 'folder';
    const heads = async (places: readonly Place[]): Promise<readonly Place[]> => {
      const found = await readHeads(store)(
        accountId,
        places.map(({ sortKey }) => userIn(sortKey)),
      );
      const byId = new Map(found.map((member) => [member.userId, member]));
      return places.map(({ sortKey }) => ({ sortKey, member: byId.get(userIn(sortKey)) }));
    };
    const isShown = ({ member }: Place): boolean =>
      member !== undefined && isAsked(filter)(member) && (sees === undefined || sees(member));
    const { items, nextCursor } = await queryPage<Place>(store, page, {
      accountId,
      name: `members/${JSON.stringify([by, status, folderId, role?.byHand, location, prefix])}`,
      partition,
      index: { ...index, keyOf: (place) => keyOf({ accountId, userId: userIn(place) }) },
      prefix,
      sortKey: placeFrom(prefix),
      sortKeyOf: ({ sortKey }) => sortKey,
      parse: (item) => ({
        sortKey: String(item[index.sortKey]),
        member: copies ? listedMemberItem.parse({ ...item, accountId }) : undefined,
      }),
      complete: copies ? undefined : heads,
      // By status the index has answered all that was asked, but for the role.
      sees: by === 'status' && role === undefined && sees === undefined ? undefined : isShown,
    });
    return { items: items.flatMap(({ member }) => member ?? []), nextCursor };
  };
