import * as z from 'zod/mini';
import { access } from './access.ts';
import { dialing } from './dialing.ts';
import { employee } from './employee.ts';
import { licenses } from './licenses.ts';
import { messaging } from './messaging.ts';
import { permissions } from './permissions.ts';
import { profile } from './profile.ts';
import { work } from './work.ts';

/**
 * An onboarding request: one section per step. Sections that are "if any" in the catalogue may be left out; their
 * step is then recorded as skipped.
 */
export const sections = z.strictObject({
  profile,
  licenses,
  employee: z.optional(employee),
  permissions,
  messaging: z.optional(messaging),
  dialing: z.optional(dialing),
  access: z.optional(access),
  work: z.optional(work),
});

export type Sections = z.infer<typeof sections>;
