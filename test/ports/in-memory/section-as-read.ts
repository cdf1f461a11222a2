import { recordOf, type SectionRecord } from '../../../core/domain/section-record.ts';
import type { MemberRecord } from '../../../core/usecases/ports.ts';
import { type Database, keys } from './database.ts';

/** Whether a section is as it was read. */
export const isSectionAsRead = (
  { records }: Database,
  { member, records: before }: MemberRecord,
  section: SectionRecord['section'],
): boolean => records.get(keys.record(member, section))?.revision === recordOf(before, section)?.revision;
