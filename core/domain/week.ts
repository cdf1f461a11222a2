import * as z from 'zod/mini';
import { docs } from './docs.ts';

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Day = (typeof DAYS)[number];

/** An hour of the day by the clock on the wall, `HH:MM`. */
export const clockTime = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be an hour such as 09:30'))
  .register(docs, { title: 'Hour', description: 'By the clock on the wall, HH:MM.' });
