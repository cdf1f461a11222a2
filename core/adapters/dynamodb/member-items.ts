import type { Member } from '../../domain/member.ts';
import { type SectionRecord, sectionRecord } from '../../domain/section-record.ts';
import { fullName, sortableName } from '../../domain/sections/profile.ts';
import { memberItem } from './items/member.ts';
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

type Person = Pick<Member, 'accountId' | 'userId' | 'firstName' | 'lastName'>;

/** Where a member stands in a list sorted by this text; the user id makes the place theirs alone. */
const placeOf = (text: string, { userId }: Pick<Member, 'userId'>): string => `${text}#${userId}`;

/** Where a member stands in lists by name. */
const nameKey = (member: Person): string => placeOf(sortableName(fullName(member)), member);

/** The head in its three indexes: by status, by folder, and by name whatever the status. */
export const headPlaces = (member: Person & Pick<Member, 'status' | 'folderId'>) => {
  const name = nameKey(member);
  return {
    statusPk: membersByStatus(member.accountId, member.status),
    statusSk: name,
    groupPk: membersInFolder(member.accountId, member.folderId),
    groupSk: name,
    searchPk: memberNames(member.accountId),
    searchSk: name,
  };
};

/** The profile section in its two indexes: by location, and by email. */
export const profilePlaces = (member: Person & Pick<Member, 'location' | 'email'>) => ({
  groupPk: membersAtLocation(member.accountId, member.location),
  groupSk: nameKey(member),
  searchPk: memberEmails(member.accountId),
  searchSk: placeOf(member.email, member),
});

const loginPlaces = (member: Pick<Member, 'accountId' | 'userId' | 'loginId'>) => ({
  searchPk: memberLoginIds(member.accountId),
  searchSk: placeOf(member.loginId, member),
});

export const headItem = (member: Member) => ({
  ...memberKey(member),
  ...memberItem.parse(member),
  ...headPlaces(member),
});

export const sectionItem = (member: Member, record: SectionRecord) => ({
  ...sectionKey(member, record.section),
  ...sectionRecord.parse(record),
  ...(record.section === 'profile' && profilePlaces(member)),
});

/** The third item of a member that lists are about: an item stands once in an index, and is found by one text there. */
export const loginItem = (member: Member) => ({
  ...memberLoginKey(member),
  accountId: member.accountId,
  userId: member.userId,
  ...loginPlaces(member),
});
