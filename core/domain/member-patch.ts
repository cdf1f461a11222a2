import * as z from 'zod/mini';
import { docs } from './docs.ts';
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

/** A field that may be left out: it stays as it is then. `null` takes away what need not be there. */
const left = (field: z.core.$ZodType): z.ZodMiniType => {
  const inner =
    field instanceof z.ZodMiniOptional || field instanceof z.ZodMiniDefault
      ? z.nullable(field._zod.def.innerType)
      : field;
  const said = docs.get(field);
  const patched = z.optional(inner);
  return said === undefined ? patched : patched.register(docs, said);
};

const patchOf = (section: z.ZodMiniObject) =>
  z.strictObject(
    Object.fromEntries(Object.entries(section.shape).map(([name, field]) => [name, left(field)])),
  );

/** What is to change of a member: of each section the fields named, each as a whole. `null` empties a section. */
export const memberPatch = z.strictObject({
  profile: z.optional(patchOf(EDITABLE.profile)),
  employee: z.optional(z.nullable(patchOf(EDITABLE.employee))),
  messaging: z.optional(z.nullable(patchOf(EDITABLE.messaging))),
  dialing: z.optional(z.nullable(patchOf(EDITABLE.dialing))),
  work: z.optional(z.nullable(patchOf(EDITABLE.work))),
});

export type MemberPatch = z.infer<typeof memberPatch>;
