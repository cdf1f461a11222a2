import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { BASE_LICENSE, LICENSE_KIND_NAMES } from '../licenses.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 2: the licenses the user needs, several kinds at once; all of them are taken, or none. */
export const licenses = z
  .strictObject({
    kinds: uniqueItems(
      'The license kinds to take a seat of; the base license lmp is always among them.',
      z.enum(LICENSE_KIND_NAMES),
      z.minLength(1),
      z.maxLength(LICENSE_KIND_NAMES.length),
      z.refine((kinds) => kinds.includes(BASE_LICENSE), `must hold the base license ${BASE_LICENSE}`),
    ),
  })
  .register(docs, { description: 'The licenses the user needs (A-2).' });
