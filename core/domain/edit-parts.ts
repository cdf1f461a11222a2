import { stakesOf } from './member-stakes.ts';
import { recordOf, type SectionRecord, withData } from './section-record.ts';
import { assignmentsOf, distinct, type Work, type WorkAssignment, work, workField } from './sections/work.ts';

/** A transaction takes 100 operations; besides stakes an edit has head, user, claims, records, and names of uses. */
const MOST_STAKES = 55;

/** How many changes of work go together: each is an assignment, with a look whether it is still there. */
const MOST_WORK_CHANGES = 25;

/** How many operations the stakes of these records take: what is taken is looked at too. */
const weightOf = (before: readonly SectionRecord[], records: readonly SectionRecord[]): number => {
  const { settings, work, files } = stakesOf(before, records);
  return (
    2 * (settings.taken.length + work.taken.length + files.taken.length) +
    settings.givenUp.length +
    work.givenUp.length +
    files.givenUp.length
  );
};

const NO_WORK: Work = work.parse({});

const changed = (section: Work, { kind, key }: WorkAssignment, isTaken: boolean): Work => {
  const field = workField(kind);
  const others = section[field].filter((other) => other !== key);
  return { ...section, [field]: isTaken ? [...others, key] : others };
};

/** The way from one section to another, a few assignments at a time. */
const workParts = (was: SectionRecord | undefined, is: SectionRecord): readonly SectionRecord[] => {
  const from = was?.section === 'work' && was.data ? was.data : NO_WORK;
  const to = is.section === 'work' && is.data ? is.data : NO_WORK;
  const changes = [
    ...distinct(assignmentsOf(from), assignmentsOf(to)).map((one) => ({ one, isTaken: false })),
    ...distinct(assignmentsOf(to), assignmentsOf(from)).map((one) => ({ one, isTaken: true })),
  ];
  const parts: SectionRecord[] = [];
  let section = from;
  changes.forEach(({ one, isTaken }, index) => {
    section = changed(section, one, isTaken);
    if ((index + 1) % MOST_WORK_CHANGES === 0) parts.push(withData(is, 'work', section, is.endedAt));
  });
  return [...parts, is];
};

/**
 * The parts in which an edit is done, each in one transaction: all of it, unless it changes more assignments or settings
 * than fit one; then section by section, and work a few assignments at a time.
 */
export const editParts = (
  before: readonly SectionRecord[],
  records: readonly SectionRecord[],
): readonly (readonly SectionRecord[])[] => {
  if (weightOf(before, records) <= MOST_STAKES) return [records];
  const was = recordOf(before, 'work');
  return records.flatMap((record) =>
    record.section === 'work' ? workParts(was, record).map((part) => [part]) : [[record]],
  );
};
