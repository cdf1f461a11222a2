import * as z from 'zod/mini';
import { assetKey } from '../asset-key.ts';
import { docs } from '../docs.ts';
import { fileId, userId } from '../ids.ts';
import { phone } from '../phone.ts';
import { shownText } from '../shown-text.ts';
import { timeZone } from '../time-zone.ts';
import { contactPreferences } from './contact-preferences.ts';
import { notifications } from './notifications.ts';
import { uniqueItems } from './unique-items.ts';

const externalLink = z.strictObject({
  service: shownText(60).register(docs, {
    title: 'Service',
    description: 'What it is called, for example Salesforce.',
  }),
  url: z
    .httpUrl()
    .check(z.maxLength(500))
    .register(docs, { title: 'Address', description: 'The web address of the profile there.' }),
});

/** Section 3: the basic employee profile. Email templates sign messages with it. */
export const employee = z
  .strictObject({
    title: z
      .optional(shownText(120))
      .register(docs, { title: 'Title', description: 'The job title that signs messages.' }),
    department: z.optional(shownText(120)).register(docs, {
      title: 'Department',
      description: 'Where in the company they work; signs messages.',
    }),
    employeeNumber: z
      .optional(shownText(40))
      .register(docs, { title: 'Employee number', description: 'As the company’s own records have it.' }),
    managerUserId: z.optional(userId).register(docs, {
      title: 'Manager',
      description: 'The user this one reports to, of the same account.',
    }),
    mobilePhone: z.optional(phone).register(docs, {
      title: 'Mobile phone',
      description: 'With its country, such as +1 415 555 0123; signs messages.',
    }),
    faxNumber: z
      .optional(phone)
      .register(docs, { title: 'Fax', description: 'With its country as well; signs messages.' }),
    timeZone: z.optional(timeZone).register(docs, {
      title: 'Time zone',
      description: 'IANA, such as America/Chicago; times are shown in it.',
    }),
    hireDate: z
      .optional(z.iso.date())
      .register(docs, { title: 'Hire date', description: 'The first day of work, YYYY-MM-DD.' }),
    picture: z.optional(fileId).register(docs, {
      title: 'Picture',
      description: 'An uploaded picture, PNG or JPEG (D-8, D-10).',
    }),
    externalLinks: z.optional(z.array(externalLink).check(z.maxLength(20))).register(docs, {
      title: 'External services',
      description: "Links to the user's profiles in other services, such as Salesforce or Stripe (D-10).",
    }),
    schedule: z.optional(assetKey).register(docs, {
      title: 'Schedule',
      description: 'Key of the schedule they work by; one of the account’s, or a new one (D-16).',
    }),
    agentStatuses: z
      .optional(uniqueItems('Keys of agent statuses.', assetKey, z.minLength(1), z.maxLength(20)))
      .register(docs, {
        title: 'Agent statuses',
        description:
          'Which of the account’s statuses their availability dropdown shows; all of them unless narrowed (B-15).',
      }),
    contactPreferences: z.optional(contactPreferences),
    notifications: z.optional(notifications),
  })
  .register(docs, { title: 'Employee', description: 'The basic employee profile (A-3).' });

export type Employee = z.infer<typeof employee>;
