import * as z from 'zod';
import { BASE_LICENSE, LICENSE_KIND_NAMES } from '../licenses.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 2: the licenses the user needs, several kinds at once; all of them are taken, or none. */
export const licenses = z
  .strictObject({
    kinds: uniqueItems(z.array(z.enum(LICENSE_KIND_NAMES)).min(1).max(LICENSE_KIND_NAMES.length))
      .refine((kinds) => kinds.includes(BASE_LICENSE), `must hold the base license ${BASE_LICENSE}`)
      .describe('The license kinds to take a seat of; the base license lmp is always among them.'),
  })
  .describe('The licenses the user needs (A-2).');

export type Licenses = z.infer<typeof licenses>;
