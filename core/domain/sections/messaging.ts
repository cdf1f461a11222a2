import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { fullPhone } from '../phone.ts';
import { shownText } from '../shown-text.ts';
import { email } from './profile.ts';

const capability = <Sender extends z.ZodMiniObject>(what: string, sender: Sender) =>
  z
    .strictObject({
      enabled: z
        .boolean()
        .register(docs, { title: 'Enabled', description: `Whether they may send ${what} at all.` }),
      dailyLimit: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))).register(docs, {
        title: 'Daily limit',
        description: `The most ${what} a day, 1 to 100,000; no limit of their own unless told.`,
      }),
      sender: z.optional(sender),
    })
    .check(
      z.superRefine((value, context) => {
        if (value.enabled) return;
        for (const option of ['dailyLimit', 'sender'] as const) {
          if (value[option] === undefined) continue;
          context.addIssue({ code: 'custom', path: [option], message: 'needs enabled to be true' });
        }
      }),
    );

/** As whom mass emails go out. */
const emailSender = z
  .strictObject({
    name: shownText(100).register(docs, { title: 'Sender name', description: 'The name that readers see.' }),
    replyTo: z.optional(email).register(docs, {
      title: 'Reply to',
      description: 'Where answers go; to their own address unless told.',
    }),
  })
  .register(docs, { title: 'Sender', description: 'As whom mass emails go out; as themselves unless told.' });

/** As whom mass faxes go out. */
const faxSender = z
  .strictObject({
    name: shownText(40).register(docs, {
      title: 'Station ID',
      description: 'The line at the top of every page, up to 40 characters.',
    }),
    number: z
      .optional(fullPhone)
      .register(docs, { title: 'Fax number', description: 'The number that answers go to, as E.164.' }),
  })
  .register(docs, { title: 'Sender', description: 'As whom mass faxes go out; as themselves unless told.' });

/** Section 5: mass email and mass fax. */
export const messaging = z
  .strictObject({
    massEmail: z
      ._default(capability('mass emails', emailSender), { enabled: false })
      .register(docs, { title: 'Mass email', description: 'Emails to many people at once.' }),
    massFax: z
      ._default(capability('mass faxes', faxSender), { enabled: false })
      .register(docs, { title: 'Mass fax', description: 'Faxes to many people at once.' }),
  })
  .register(docs, { title: 'Messaging', description: 'Mass-email and mass-fax capability, if any (A-5).' });
