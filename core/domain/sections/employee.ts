import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { userId } from '../ids.ts';
import { shownText } from '../shown-text.ts';
import { phone } from './profile.ts';

const isTimeZone = (zone: string): boolean => {
  // Intl takes plain offsets such as +01:00 too, which know no summer time.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0).length > 0;
  } catch {
    return false;
  }
};

/** Section 3: the basic employee profile. Email templates sign messages with it. */
export const employee = z
  .strictObject({
    title: z.optional(shownText(120)).register(docs, { description: 'The job title that signs messages.' }),
    department: z.optional(shownText(120)),
    employeeNumber: z.optional(shownText(40)),
    managerUserId: z.optional(userId).register(docs, { description: 'The user this one reports to.' }),
    mobilePhone: z.optional(phone),
    faxNumber: z.optional(phone),
    timeZone: z
      .optional(z.string().check(z.refine(isTimeZone, 'must be an IANA time zone such as America/Chicago')))
      .register(docs, { description: 'IANA time zone.' }),
    hireDate: z.optional(z.iso.date()).register(docs, { description: 'The first day of work, YYYY-MM-DD.' }),
    externalLinks: z
      .optional(
        z
          .array(
            z.strictObject({
              service: shownText(60).register(docs, { description: 'The service, for example Salesforce.' }),
              url: z.httpUrl().check(z.maxLength(500)),
            }),
          )
          .check(z.maxLength(20)),
      )
      .register(docs, { description: "Links to the user's profiles in other services (D-10)." }),
  })
  .register(docs, { description: 'The basic employee profile (A-3).' });

export type Employee = z.infer<typeof employee>;
