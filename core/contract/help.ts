import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { shownText } from '../domain/shown-text.ts';
import { timeZone } from '../domain/time-zone.ts';

const link = (title: string, description: string) =>
  z
    .optional(z.url({ protocol: /^https$/, error: 'must be an https URL' }).check(z.maxLength(400)))
    .register(docs, { title, description });

/** Where people find help: as the configuration says it, a function reads it and everybody is told it. */
export const help = z
  .strictObject({
    faq: link('FAQ', 'What is often asked.'),
    releaseNotes: link('Release notes', 'What is new.'),
    guides: link('Guides', 'How to do things.'),
    forum: link('Forum', 'Where users help each other.'),
    terms: link('Terms', 'The terms of use.'),
    privacy: link('Privacy', 'What becomes of personal data.'),
    support: z
      .optional(
        z.strictObject({
          phone: z
            .e164('must be a phone number in E.164 form, such as +14155550123')
            .register(docs, { title: 'Phone', description: 'E.164.' }),
          hours: shownText(120).register(docs, {
            title: 'Hours',
            description: 'When somebody answers, in words such as “Monday to Friday, 8 am to 6 pm”.',
          }),
          timeZone: timeZone.clone().register(docs, {
            title: 'Time zone',
            description: 'IANA: the hours are by the clocks there.',
          }),
        }),
      )
      .register(docs, { title: 'Support', description: 'By phone.' }),
  })
  .register(docs, { id: 'Help' });

export type Help = z.infer<typeof help>;

/** The help as a function finds it in its environment. Throws if it is none. */
export const readHelp = (text: string): Help => help.parse(JSON.parse(text));
