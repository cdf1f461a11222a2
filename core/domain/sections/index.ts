import * as z from 'zod';
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
  employee: employee.optional(),
  permissions,
  messaging: messaging.optional(),
  dialing: dialing.optional(),
  access: access.optional(),
  work: work.optional(),
});

export type Sections = z.infer<typeof sections>;
