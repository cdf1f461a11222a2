import { Busy, ChangedMeanwhile, LastAdministrator } from '../../../core/domain/errors.ts';
import { fullName } from '../../../core/domain/sections/profile.ts';
import type { Members } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { giveUpUses, isDeleted, takeUses } from './uses.ts';

/** One transaction over member, sections, uses, account and user: all of it or none. */
export const changeMember =
  (database: Database): Members['change'] =>
  async ({ before, member, records, taken, givenUp, administrators, agencyRole }) => {
    const { members, accounts, users } = database;
    const stored = members.get(keys.member(member));
    const account = accounts.get(member.accountId);
    const user = users.get(member.userId);
    if (stored?.accessVersion !== before.member.accessVersion || stored.status !== before.member.status) {
      throw new ChangedMeanwhile();
    }
    if (administrators === -1 && (account?.activeAdministrators ?? 0) <= 1) throw new LastAdministrator();
    if (isDeleted(database, member.accountId, taken)) throw new ChangedMeanwhile();
    if ((administrators === 1 && account === undefined) || (agencyRole && user === undefined))
      throw new Busy();

    const { folderId, status, accessVersion, deactivationReason, signedOutAt } = member;
    members.set(
      keys.member(member),
      copy({ ...stored, folderId, status, accessVersion, deactivationReason, signedOutAt }),
    );
    for (const record of records) database.records.set(keys.record(member, record.section), copy(record));
    takeUses(database, { ...member, name: fullName(member) }, taken);
    giveUpUses(database, member, givenUp);
    if (account !== undefined) account.activeAdministrators += administrators;
    if (agencyRole && user !== undefined)
      users.set(user.userId, copy({ ...user, agencyRole: agencyRole.is }));
  };
