import * as z from 'zod/mini';
import { docs } from '../docs.ts';

/** The bitrates a softphone can be set to, in kbit/s: what Opus speech is commonly sent with. */
const SOFTPHONE_BITRATES = [16, 24, 32, 48, 64, 96, 128] as const;

/** How the softphone rings and sounds (D-13). */
export const softphone = z.strictObject({
  appFirst: z._default(z.boolean(), true).register(docs, {
    title: 'Dial the app first',
    description: 'Ring the softphone app before the receiving number (D-13).',
  }),
  callWaiting: z._default(z.boolean(), false).register(docs, {
    title: 'Call waiting',
    description: 'A second call rings during a first one (D-13).',
  }),
  bitrate: z._default(z.literal(SOFTPHONE_BITRATES), 48).register(docs, {
    title: 'Bitrate',
    description: 'In kbit/s: more sounds better and needs a better line (D-13).',
  }),
});
