import type { Member } from '../../../core/domain/member.ts';
import { fullName, sortableName } from '../../../core/domain/sections/profile.ts';
import type { ListedMember, MemberFilter, Members } from '../../../core/usecases/ports.ts';
import { copy, type Database } from './database.ts';
import { byBytes, pageOf } from './page.ts';

const sortedBy = ({ emailPrefix, loginIdPrefix, namePrefix = '' }: MemberFilter) => {
  if (emailPrefix !== undefined) return { text: ({ email }: Member) => email, prefix: emailPrefix };
  if (loginIdPrefix !== undefined) return { text: ({ loginId }: Member) => loginId, prefix: loginIdPrefix };
  return { text: (member: Member) => sortableName(fullName(member)), prefix: sortableName(namePrefix) };
};

const hasRole = (
  { role, folderId }: Member,
  { byHand, folders }: NonNullable<MemberFilter['role']>,
): boolean => (role === undefined ? folders.has(folderId) : role === byHand);

/** What the indexes copy for lists. */
const rowOf = ({ signedOutAt: _, ...row }: Member): ListedMember => row;

export const listMembers =
  ({ members }: Database): Members['list'] =>
  async (accountId, filter, page, sees) => {
    const { status, folderId, role, location } = filter;
    const { text, prefix } = sortedBy(filter);
    const isAsked = (member: Member): boolean =>
      member.accountId === accountId &&
      (status === undefined || member.status === status) &&
      (folderId === undefined || member.folderId === folderId) &&
      (role === undefined || hasRole(member, role)) &&
      (location === undefined || member.location === location) &&
      text(member).startsWith(prefix);
    const sorted = [...members.values()]
      .filter(isAsked)
      .map((member) => [`${text(member)}#${member.userId}`, copy(rowOf(member))] as const)
      .sort(([one], [other]) => byBytes(one, other));
    const name = `${accountId}/members/${JSON.stringify(filter)}`;
    return pageOf(name, sorted, (key, position) => byBytes(key, position) > 0, page, sees);
  };
