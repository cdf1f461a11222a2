import * as z from 'zod/mini';
import { docs } from './docs.ts';

const isTimeZone = (zone: string): boolean => {
  // Intl takes plain offsets such as +01:00 too, which know no summer time.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0).length > 0;
  } catch {
    return false;
  }
};

/** An IANA time zone, such as `America/Chicago`. */
export const timeZone = z
  .string()
  .check(z.refine(isTimeZone, 'must be an IANA time zone such as America/Chicago'))
  .register(docs, { title: 'Time zone', description: 'IANA, such as America/Chicago.' });
