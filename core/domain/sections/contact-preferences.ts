import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { clockTime, DAYS } from '../week.ts';
import { uniqueItems } from './unique-items.ts';

const CONTACT_WAYS = ['phone', 'sms', 'email', 'chat'] as const;

/** When and how to reach the agent (D-11). */
export const contactPreferences = z
  .strictObject({
    ways: uniqueItems(
      'How to reach them, the best way first.',
      z.enum(CONTACT_WAYS),
      z.minLength(1),
      z.maxLength(CONTACT_WAYS.length),
    ),
    days: z.optional(
      uniqueItems(
        'On which days; on any unless told.',
        z.enum(DAYS),
        z.minLength(1),
        z.maxLength(DAYS.length),
      ),
    ),
    hours: z.optional(z.strictObject({ from: clockTime, to: clockTime })).register(docs, {
      title: 'Hours',
      description: 'From when to when, in their own time zone; over midnight if it ends before it begins.',
    }),
  })
  .check(
    z.refine(({ hours }) => hours === undefined || hours.from !== hours.to, {
      path: ['hours', 'to'],
      error: 'must not be when it begins: leave the hours out for all day',
    }),
  );
