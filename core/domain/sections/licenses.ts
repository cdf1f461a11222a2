import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { ASSIGNABLE_KINDS, BASE_LICENSE } from '../licenses.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 2: the licenses the user needs, several kinds at once; all of them are taken, or none. */
export const licenses = z
  .strictObject({
    kinds: uniqueItems(
      {
        title: 'License kinds',
        description:
          'The license kinds the user needs; the base license lmp is always among them. Of named kinds a seat is taken, of concurrent ones with each sign-in.',
      },
      z.enum(ASSIGNABLE_KINDS),
      z.minLength(1),
      z.maxLength(ASSIGNABLE_KINDS.length),
      z.refine((kinds) => kinds.includes(BASE_LICENSE), `must hold the base license ${BASE_LICENSE}`),
    ),
  })
  .register(docs, { title: 'Licenses', description: 'The licenses the user needs (A-2).' });
