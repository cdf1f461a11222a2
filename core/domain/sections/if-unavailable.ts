import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { fileId } from '../ids.ts';
import { fullPhone } from '../phone.ts';

/** What becomes of a call that the member does not take (C-50…C-52); each choice has only its own field. */
export const ifUnavailable = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('no-voicemail') }).register(docs, {
    title: 'No voicemail',
    description: 'It rings, then disconnects (C-50).',
  }),
  z
    .strictObject({
      action: z.literal('voicemail'),
      greeting: z.optional(fileId).register(docs, {
        title: 'Away message',
        description: 'An uploaded or recorded greeting, WAV or MP3; the platform’s own unless told (C-51).',
      }),
    })
    .register(docs, {
      title: 'Voicemail',
      description: 'Callers hear the away message, and leave theirs (C-51).',
    }),
  z
    .strictObject({
      action: z.literal('forward'),
      forwardTo: fullPhone.clone().register(docs, {
        title: 'Forward to',
        description: 'The full phone number that takes the call, with its country, kept as E.164.',
      }),
    })
    .register(docs, {
      title: 'Forward',
      description: 'To a full phone number, never an extension (C-52).',
    }),
]);
