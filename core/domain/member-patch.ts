import * as z from 'zod/mini';
import { patchOf } from './patch.ts';
import { dialing } from './sections/dialing.ts';
import { employee } from './sections/employee.ts';
import { messaging } from './sections/messaging.ts';
import { profile } from './sections/profile.ts';
import { work } from './sections/work.ts';

/**
 * The sections that are edited as such, each with the one schema that an onboarding request has for it. The folder is
 * changed with the member's access, and an invitation is sent by a call of its own.
 */
export const EDITABLE = {
  profile: z.omit(profile, { folderId: true, sendInvitation: true }),
  employee,
  messaging,
  dialing,
  work,
} as const;

export type EditableSection = keyof typeof EDITABLE;

/** What is to change of a member: of each section the fields named, each as a whole. `null` empties a section. */
export const memberPatch = z.strictObject({
  profile: z.optional(patchOf(EDITABLE.profile)),
  employee: z.optional(z.nullable(patchOf(EDITABLE.employee))),
  messaging: z.optional(z.nullable(patchOf(EDITABLE.messaging))),
  dialing: z.optional(z.nullable(patchOf(EDITABLE.dialing))),
  work: z.optional(z.nullable(patchOf(EDITABLE.work))),
});

export type MemberPatch = z.infer<typeof memberPatch>;
