import { ChangedMeanwhile } from '../../../core/domain/errors.ts';
import { revised } from '../../../core/domain/section-record.ts';
import { fullName } from '../../../core/domain/sections/profile.ts';
import type { Members } from '../../../core/usecases/ports.ts';
import { changeHead, isHeadAsRead, refuseHead } from './change-head.ts';
import { copy, type Database, keys } from './database.ts';
import { isSectionAsRead } from './section-as-read.ts';
import { giveUpUses, isDeleted, takeUses } from './uses.ts';

/** One transaction over member, sections, uses, account and user: all of it or none. */
export const changeMember =
  (database: Database): Members['change'] =>
  async (change) => {
    const { before, member, records, taken, givenUp } = change;
    if (!isHeadAsRead(database, change)) throw new ChangedMeanwhile();
    if (!records.every(({ section }) => isSectionAsRead(database, before, section)))
      throw new ChangedMeanwhile();
    refuseHead(database, change);
    if (isDeleted(database, member.accountId, taken)) throw new ChangedMeanwhile();

    changeHead(database, change);
    for (const record of revised(before.records, records))
      database.records.set(keys.record(member, record.section), copy(record));
    takeUses(database, { ...member, name: fullName(member) }, taken);
    giveUpUses(database, member, givenUp);
  };
