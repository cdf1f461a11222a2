import { ChangedMeanwhile } from '../../../core/domain/errors.ts';
import { fullName } from '../../../core/domain/sections/profile.ts';
import type { Members } from '../../../core/usecases/ports.ts';
import { changeHead, isHeadAsRead, isRoleAsRead, refuseHead } from './change-head.ts';
import { copy, type Database, keys } from './database.ts';
import { giveUpUses, isDeleted, takeUses } from './uses.ts';

/** One transaction over member, sections, uses, account and user: all of it or none. */
export const changeMember =
  (database: Database): Members['change'] =>
  async (change) => {
    const { before, member, records, taken, givenUp } = change;
    if (!isHeadAsRead(database, change)) throw new ChangedMeanwhile();
    const isRoleChanged = records.some(({ section }) => section === 'permissions');
    if (isRoleChanged && !isRoleAsRead(database, before)) throw new ChangedMeanwhile();
    refuseHead(database, change);
    if (isDeleted(database, member.accountId, taken)) throw new ChangedMeanwhile();

    changeHead(database, change);
    for (const record of records) database.records.set(keys.record(member, record.section), copy(record));
    takeUses(database, { ...member, name: fullName(member) }, taken);
    giveUpUses(database, member, givenUp);
  };
