import { Busy } from '../../../core/domain/errors.ts';
import type { Member } from '../../../core/domain/member.ts';
import { fullName, sortableName } from '../../../core/domain/sections/profile.ts';
import { SECTION_NAMES } from '../../../core/domain/steps.ts';
import type { MemberRecord, MemberRef, Members } from '../../../core/usecases/ports.ts';
import { changeMember } from './change-member.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes, pageOf } from './page.ts';

const nameKey = (member: Member): string => `${sortableName(fullName(member))}#${member.userId}`;

export const inMemoryMembers = (database: Database): Members => {
  const { users, members, records } = database;
  const recordsOf = (ref: MemberRef) =>
    SECTION_NAMES.flatMap((section) => records.get(keys.record(ref, section)) ?? []);

  /** Takes an onboarding member away; false if there is none. */
  const takeAway = ({ member, records: left }: MemberRecord): boolean => {
    const stored = members.get(keys.member(member));
    if (stored === undefined) return false;
    if (stored.status !== 'onboarding') throw new Busy();
    members.delete(keys.member(member));
    for (const { section } of left) records.delete(keys.record(member, section));
    return true;
  };

  return {
    async create(user, member, record) {
      const left = records.get(keys.record(member, record.section));
      if (left?.runId === record.runId) return;
      if (left || users.has(user.userId) || members.has(keys.member(member))) throw new Busy();
      users.set(user.userId, copy(user));
      members.set(keys.member(member), copy(member));
      records.set(keys.record(member, record.section), copy(record));
    },

    async join(member, record) {
      const left = records.get(keys.record(member, record.section));
      if (left?.runId === record.runId) return;
      const user = users.get(member.userId);
      if (left || user === undefined || members.has(keys.member(member))) throw new Busy();
      users.set(member.userId, { ...user, accountIds: [...user.accountIds, member.accountId] });
      members.set(keys.member(member), copy(member));
      records.set(keys.record(member, record.section), copy(record));
    },

    async record(ref, record) {
      const key = keys.record(ref, record.section);
      const left = records.get(key);
      if (left === undefined) records.set(key, copy(record));
      else if (left.runId !== record.runId) throw new Busy();
    },

    async read(ref) {
      const member = members.get(keys.member(ref));
      return member && copy({ member, records: recordsOf(ref) });
    },

    async list(accountId, { status, namePrefix = '' }, page, sees) {
      const prefix = sortableName(namePrefix);
      const sorted = [...members.values()]
        .filter((member) => member.accountId === accountId && member.status === status)
        .map((member) => [nameKey(member), copy(member)] as const)
        .filter(([key]) => key.startsWith(prefix))
        .sort(([one], [other]) => byBytes(one, other));
      return pageOf(
        `members/${status}/${prefix}`,
        sorted,
        (key, position) => byBytes(key, position) > 0,
        page,
        sees,
      );
    },

    heads: async (accountId, userIds) =>
      copy([...new Set(userIds)].flatMap((userId) => members.get(keys.member({ accountId, userId })) ?? [])),

    async noteInvitation(ref, invitedAt) {
      const member = members.get(keys.member(ref));
      if (member !== undefined && (member.invitedAt ?? '') < invitedAt)
        members.set(keys.member(ref), { ...member, invitedAt });
    },

    change: changeMember(database),

    async remove(found) {
      if (takeAway(found)) users.delete(found.member.userId);
    },

    async leave(found) {
      if (!takeAway(found)) return;
      const { accountId, userId } = found.member;
      const user = users.get(userId);
      if (user === undefined) return;
      users.set(userId, { ...user, accountIds: user.accountIds.filter((id) => id !== accountId) });
    },
  };
};
