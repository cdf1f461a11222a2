import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { clockTime, DAYS } from '../week.ts';
import { uniqueItems } from './unique-items.ts';

const CONTACT_WAYS = ['phone', 'sms', 'email', 'chat'] as const;

const hour = (title: string, what: string) =>
  clockTime.clone().register(docs, { title, description: `When the hours ${what}, HH:MM.` });

/** When and how to reach the agent (D-11). */
export const contactPreferences = z
  .strictObject({
    ways: uniqueItems(
      { title: 'Ways', description: 'How to reach them, the best way first.' },
      z.enum(CONTACT_WAYS),
      z.minLength(1),
      z.maxLength(CONTACT_WAYS.length),
    ),
    days: z.optional(
      uniqueItems(
        { title: 'Days', description: 'On which days they can be reached; on any unless told.' },
        z.enum(DAYS),
        z.minLength(1),
        z.maxLength(DAYS.length),
      ),
    ),
    hours: z.optional(z.strictObject({ from: hour('From', 'begin'), to: hour('To', 'end') })).register(docs, {
      title: 'Hours',
      description: 'From when to when, in their own time zone; over midnight if it ends before it begins.',
    }),
  })
  .check(
    z.refine(({ hours }) => hours === undefined || hours.from !== hours.to, {
      path: ['hours', 'to'],
      error: 'must not be when it begins: leave the hours out for all day',
    }),
  )
  .register(docs, {
    title: 'Contact preferences',
    description: 'When and how to reach them; at any time and in any way unless told (D-11).',
  });
