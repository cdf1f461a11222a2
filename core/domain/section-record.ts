import * as z from 'zod/mini';
import { dueSeats, type Holding } from './holding.ts';
import { runId } from './ids.ts';
import { LICENSE_KIND_NAMES } from './licenses.ts';
import { access } from './sections/access.ts';
import { dialing } from './sections/dialing.ts';
import { employee } from './sections/employee.ts';
import { licenses } from './sections/licenses.ts';
import { messaging } from './sections/messaging.ts';
import { permissions } from './sections/permissions.ts';
import { profile } from './sections/profile.ts';
import { work } from './sections/work.ts';
import { time } from './time.ts';

const kinds = z.array(z.enum(LICENSE_KIND_NAMES));

const left = {
  /** `skipped` when the section was not asked for; there is then no data. */
  state: z.enum(['done', 'skipped']),
  runId,
  startedAt: time,
  endedAt: time,
  /** Counts the changes: whoever changes it changes what they have read. */
  revision: z.optional(z.int().check(z.minimum(0))),
};

/** What the step that assigns licenses leaves, and what comes of it later. */
export const licensesRecord = z.object({
  ...left,
  section: z.literal('licenses'),
  data: z.optional(licenses),
  /** The kinds of which a seat is held; absent in records of before: all that are needed, unless they are waited for. */
  held: z.optional(kinds),
  /** The kinds for which the member stands in the waiting line. */
  waitingFor: z.optional(kinds),
  /** Their place in the line. */
  place: z.optional(z.string()),
  /** Whether the member has turned the agent features off (B-2). */
  agentFeatures: z.optional(z.boolean()),
  /** In which block of each pool the seats are: for the store alone. */
  blocks: z.optional(z.partialRecord(z.enum(LICENSE_KIND_NAMES), z.int().check(z.minimum(0)))),
});

export type LicensesRecord = z.infer<typeof licensesRecord>;

/** What a step left behind, in the section it consumed. */
export const sectionRecord = z.discriminatedUnion('section', [
  z.object({ ...left, section: z.literal('profile'), data: z.optional(profile) }),
  licensesRecord,
  z.object({ ...left, section: z.literal('employee'), data: z.optional(employee) }),
  z.object({ ...left, section: z.literal('permissions'), data: z.optional(permissions) }),
  z.object({ ...left, section: z.literal('messaging'), data: z.optional(messaging) }),
  z.object({ ...left, section: z.literal('dialing'), data: z.optional(dialing) }),
  z.object({ ...left, section: z.literal('access'), data: z.optional(access) }),
  z.object({ ...left, section: z.literal('work'), data: z.optional(work) }),
]);

export type SectionRecord = z.infer<typeof sectionRecord>;

/** The record of one section, if its step has left it. */
export const recordOf = <Name extends SectionRecord['section']>(
  records: readonly SectionRecord[],
  section: Name,
): Extract<SectionRecord, { section: Name }> | undefined =>
  records.find((record): record is Extract<SectionRecord, { section: Name }> => record.section === section);

/** The records as the next revisions of those that were read. */
export const revised = (
  before: readonly SectionRecord[],
  records: readonly SectionRecord[],
): readonly SectionRecord[] =>
  records.map((record) => ({
    ...record,
    revision: (recordOf(before, record.section)?.revision ?? 0) + 1,
  }));

/** A section as it is once somebody has changed it: the step that left it took as long as it took. With no data it is skipped. */
export const withData = (
  record: SectionRecord | undefined,
  section: Exclude<SectionRecord['section'], 'licenses'>,
  data: object | undefined,
  at: string,
): SectionRecord =>
  sectionRecord.parse({
    ...record,
    section,
    state: data === undefined ? 'skipped' : 'done',
    startedAt: record?.startedAt ?? at,
    endedAt: record?.endedAt ?? at,
    data,
  });

/** The licenses a member stands in line for, if any. */
export const waitingFor = (records: readonly SectionRecord[]) => recordOf(records, 'licenses')?.waitingFor;

/** What a member's licenses are, by the record of them. */
export const holdingOf = (record: LicensesRecord | undefined): Holding => {
  const needed = record?.data?.kinds ?? [];
  const { held, waitingFor: inLine = [], place, agentFeatures = true } = record ?? {};
  const isBefore = held === undefined && inLine.length === 0;
  return {
    kinds: needed,
    held: held ?? (isBefore ? dueSeats({ kinds: needed, agentFeatures }) : []),
    waitingFor: inLine,
    ...(place !== undefined && { place }),
    agentFeatures,
  };
};

/** The record as it says this of the member's licenses. */
export const withHolding = (record: LicensesRecord, holding: Holding): LicensesRecord => {
  const { waitingFor: _, place: __, agentFeatures: ___, ...rest } = record;
  return {
    ...rest,
    data: { kinds: [...holding.kinds] },
    held: [...holding.held],
    ...(holding.waitingFor.length > 0 && { waitingFor: [...holding.waitingFor], place: holding.place }),
    ...(!holding.agentFeatures && { agentFeatures: false }),
  };
};
