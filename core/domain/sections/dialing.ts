import * as z from 'zod/mini';
import { docs } from '../docs.ts';

const from0To = (most: number, description: string) =>
  z.int().check(z.minimum(0), z.maximum(most)).register(docs, { description });

/** Section 6: how often the dialer calls for this user, and how many calls are recorded. */
export const dialing = z
  .strictObject({
    firstDailyAttempts: from0To(1_000, 'Daily first dial attempts: leads called for the first time.'),
    secondDailyAttempts: from0To(1_000, 'Daily second dial attempts: leads called again.'),
    callRecording: z.optional(
      z
        .strictObject({
          inboundPercent: from0To(100, 'Of inbound calls, how many in a hundred are recorded.'),
          outboundPercent: from0To(100, 'Of outbound calls, how many in a hundred are recorded.'),
        })
        .register(docs, { description: 'Call-recording ratios, in percent.' }),
    ),
  })
  .register(docs, { description: 'Dialing rules, if any (A-6).' });
