import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { callRecording } from './call-recording.ts';

const attempts = (title: string, description: string) =>
  z.optional(z.int().check(z.minimum(0), z.maximum(1_000))).register(docs, { title, description });

/** How often the dialer calls, and how many calls are recorded: an account's defaults, or a member's own. */
export const dialingRules = {
  firstDailyAttempts: attempts(
    'First attempts a day',
    'Daily first dial attempts: leads called for the first time, 0 to 1,000.',
  ),
  secondDailyAttempts: attempts(
    'Second attempts a day',
    'Daily second dial attempts: leads called again, 0 to 1,000.',
  ),
  callRecording: z.optional(callRecording).register(docs, {
    title: 'Call recording',
    description:
      'Call-recording ratios, in percent: a default for either direction, and for single campaigns.',
  }),
};
