import * as z from 'zod/mini';
import { docs } from './docs.ts';
import { fullPhone } from './phone.ts';
import { shownText } from './shown-text.ts';

const SHIRT_SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'] as const;

/**
 * What administrators are asked about themselves once, after the first login (E-23, E-24). It is the person's own, of no
 * account, and nothing else that Rollcall does depends on it; so it is in no list, and in no export.
 *
 * Whether the number can exist is not looked at: the plans of all countries would be loaded with whatever `me` answers.
 */
export const extraProfile = z
  .strictObject({
    cellPhone: z
      .optional(fullPhone)
      .register(docs, { title: 'Cell phone', description: 'Their own, with its country (E-24).' }),
    smsOptIn: z.optional(z.boolean()).register(docs, {
      title: 'Text messages',
      description: 'Whether they want news by SMS to that phone; needs one (E-24).',
    }),
    shirtSize: z
      .optional(z.enum(SHIRT_SIZES))
      .register(docs, { title: 'Shirt size', description: 'For the shirts that we give away (E-24).' }),
    gender: z
      .optional(shownText(60))
      .register(docs, { title: 'Gender', description: 'In their own words, up to 60 characters (E-24).' }),
  })
  .check(
    z.refine(({ smsOptIn, cellPhone }) => smsOptIn !== true || cellPhone !== undefined, {
      path: ['smsOptIn'],
      error: 'needs a cell phone to send to',
    }),
  )
  .register(docs, {
    id: 'ExtraProfile',
    description:
      'Nobody must answer: every field may be left out, and an empty answer ends the asking (E-24).',
  });

export type ExtraProfile = z.infer<typeof extraProfile>;
