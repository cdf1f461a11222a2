import { AssetGone, Busy } from '../../../core/domain/errors.ts';
import { stakesOf } from '../../../core/domain/member-stakes.ts';
import { SECTION_NAMES } from '../../../core/domain/steps.ts';
import type { MemberRecord, MemberRef, Members, Stamp } from '../../../core/usecases/ports.ts';
import { changeMember } from './change-member.ts';
import { copy, type Database, keys } from './database.ts';
import { editMember, renameMember } from './edit-member.ts';
import { listMembers } from './list-members.ts';
import { moveStakes, stakeFaults } from './stakes.ts';

const NONE = { taken: [], givenUp: [] };

export const inMemoryMembers = (database: Database): Members => {
  const { users, members, records } = database;
  const recordsOf = (ref: MemberRef) =>
    SECTION_NAMES.flatMap((section) => records.get(keys.record(ref, section)) ?? []);

  /** Takes an onboarding member away; false if there is none. */
  const takeAway = ({ member, records: left }: MemberRecord, stamp: Stamp): boolean => {
    const stored = members.get(keys.member(member));
    if (stored === undefined) return false;
    if (stored.status !== 'onboarding') throw new Busy();
    members.delete(keys.member(member));
    for (const { section } of left) records.delete(keys.record(member, section));
    const { work, files } = stakesOf([], left);
    const givenUp = {
      settings: NONE,
      work: { taken: [], givenUp: work.taken },
      files: { taken: [], givenUp: files.taken },
    };
    moveStakes(database, member, givenUp, stamp);
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

    async record(ref, record, stamp) {
      const key = keys.record(ref, record.section);
      const left = records.get(key);
      if (left !== undefined) {
        if (left.runId !== record.runId) throw new Busy();
        return;
      }
      // What they work on the step has assigned before.
      const stakes = { ...stakesOf([], [record]), work: NONE };
      const gone = stakeFaults(database, ref, stakes, undefined, '');
      if (gone.length > 0) throw new AssetGone(gone);
      moveStakes(database, ref, stakes, stamp);
      records.set(key, copy(record));
    },

    async read(ref) {
      const member = members.get(keys.member(ref));
      return member && copy({ member, records: recordsOf(ref) });
    },

    list: listMembers(database),

    heads: async (accountId, userIds) =>
      copy([...new Set(userIds)].flatMap((userId) => members.get(keys.member({ accountId, userId })) ?? [])),

    async noteInvitation(ref, invitedAt) {
      const member = members.get(keys.member(ref));
      if (member !== undefined && (member.invitedAt ?? '') < invitedAt)
        members.set(keys.member(ref), { ...member, invitedAt });
    },

    change: changeMember(database),
    edit: editMember(database),
    rename: renameMember(database),

    async remove(found, stamp) {
      if (takeAway(found, stamp)) users.delete(found.member.userId);
    },

    async leave(found, stamp) {
      if (!takeAway(found, stamp)) return;
      const { accountId, userId } = found.member;
      const user = users.get(userId);
      if (user === undefined) return;
      users.set(userId, { ...user, accountIds: user.accountIds.filter((id) => id !== accountId) });
    },
  };
};
