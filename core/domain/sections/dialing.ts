import * as z from 'zod';

const attempts = z.int().min(0).max(1_000);
const percent = z.int().min(0).max(100);

/** Section 6: how often the dialer calls for this user, and how many calls are recorded. */
export const dialing = z
  .strictObject({
    firstDailyAttempts: attempts.describe('Daily first dial attempts: leads called for the first time.'),
    secondDailyAttempts: attempts.describe('Daily second dial attempts: leads called again.'),
    callRecording: z
      .strictObject({
        inboundPercent: percent.describe('Of inbound calls, how many in a hundred are recorded.'),
        outboundPercent: percent.describe('Of outbound calls, how many in a hundred are recorded.'),
      })
      .optional()
      .describe('Call-recording ratios, in percent.'),
  })
  .describe('Dialing rules, if any (A-6).');

export type Dialing = z.infer<typeof dialing>;
