import * as z from 'zod/mini';
import { docs } from '../docs.ts';

/** What somebody is told of by mail. The account's settings say it for the team, a member's for themselves (D-12). */
export const notices = {
  missedCall: z
    ._default(z.boolean(), false)
    .register(docs, { title: 'Missed calls', description: 'An email on each missed call (D-12).' }),
  voicemail: z
    ._default(z.boolean(), true)
    .register(docs, { title: 'Voicemail', description: 'An email on each new voicemail.' }),
};

/** A member's own notices, instead of the team's (D-12). */
export const notifications = z
  .strictObject({
    overrideTeam: z.boolean().register(docs, {
      title: 'Override the team’s settings',
      description: 'Whether these settings count for the member, or those of the team.',
    }),
    ...notices,
  })
  .register(docs, {
    title: 'Notifications',
    description: 'What they are told of by mail; as the team is unless told (D-12).',
  });
