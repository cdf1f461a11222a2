import * as z from 'zod';
import { userId } from '../ids.ts';
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

const line = z.string().trim().min(1).max(120);

/** Section 3: the basic employee profile. Email templates sign messages with it. */
export const employee = z
  .strictObject({
    title: line.optional().describe('The job title that signs messages.'),
    department: line.optional(),
    employeeNumber: z.string().trim().min(1).max(40).optional(),
    managerUserId: userId.optional().describe('The user this one reports to.'),
    mobilePhone: phone.optional(),
    faxNumber: phone.optional(),
    timeZone: z
      .string()
      .refine(isTimeZone, 'must be an IANA time zone such as America/Chicago')
      .optional()
      .describe('IANA time zone.'),
    hireDate: z.iso.date().optional().describe('The first day of work, YYYY-MM-DD.'),
    externalLinks: z
      .array(
        z.strictObject({
          service: z.string().trim().min(1).max(60).describe('The service, for example Salesforce.'),
          url: z.httpUrl().max(500),
        }),
      )
      .max(20)
      .optional()
      .describe("Links to the user's profiles in other services (D-10)."),
  })
  .describe('The basic employee profile (A-3).');

export type Employee = z.infer<typeof employee>;
