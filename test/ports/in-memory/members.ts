import { Busy } from '../../../core/domain/errors.ts';
import type { Member } from '../../../core/domain/member.ts';
import { fullName, sortableName } from '../../../core/domain/sections/profile.ts';
import { SECTION_NAMES } from '../../../core/domain/steps.ts';
import type { MemberRef, Members } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes, pageOf } from './page.ts';

const nameKey = (member: Member): string => `${sortableName(fullName(member))}#${member.userId}`;

export const inMemoryMembers = ({ users, members, records }: Database): Members => {
  const recordsOf = (ref: MemberRef) =>
    SECTION_NAMES.flatMap((section) => records.get(keys.record(ref, section)) ?? []);

  return {
    async create(user, member, record) {
      const left = records.get(keys.record(member, record.section));
      if (left?.runId === record.runId) return;
      if (left || users.has(user.userId) || members.has(keys.member(member))) throw new Busy();
      users.set(user.userId, copy(user));
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

    async list(accountId, { status, namePrefix = '' }, page) {
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
      );
    },

    async remove(found) {
      const { member } = found;
      const stored = members.get(keys.member(member));
      if (stored === undefined) return;
      if (stored.status !== 'onboarding') throw new Busy();
      users.delete(member.userId);
      members.delete(keys.member(member));
      for (const { section } of found.records) records.delete(keys.record(member, section));
    },
  };
};
