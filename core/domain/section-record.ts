import * as z from 'zod/mini';
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

const left = {
  /** `skipped` when the section was not asked for; there is then no data. */
  state: z.enum(['done', 'skipped']),
  runId,
  startedAt: time,
  endedAt: time,
};

/** What a step left behind, in the section it consumed. */
export const sectionRecord = z.discriminatedUnion('section', [
  z.object({ ...left, section: z.literal('profile'), data: z.optional(profile) }),
  z.object({
    ...left,
    section: z.literal('licenses'),
    data: z.optional(licenses),
    /** When a seat was missing: the member stands in the waiting line for these kinds, and holds none. */
    waitingFor: z.optional(z.array(z.enum(LICENSE_KIND_NAMES))),
  }),
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

/** The licenses a member stands in line for, if any. */
export const waitingFor = (records: readonly SectionRecord[]) => recordOf(records, 'licenses')?.waitingFor;
