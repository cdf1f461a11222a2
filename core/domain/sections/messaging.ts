import * as z from 'zod/mini';
import { docs } from '../docs.ts';

const capability = (what: string) =>
  z
    .strictObject({
      enabled: z.boolean(),
      dailyLimit: z.optional(
        z
          .int()
          .check(z.minimum(1), z.maximum(100_000))
          .register(docs, { description: `The most ${what} a day.` }),
      ),
    })
    .check(
      z.refine((value) => value.enabled || value.dailyLimit === undefined, {
        path: ['dailyLimit'],
        error: 'needs enabled to be true',
      }),
    );

/** Section 5: mass email and mass fax. */
export const messaging = z
  .strictObject({
    massEmail: z._default(capability('mass emails'), { enabled: false }),
    massFax: z._default(capability('mass faxes'), { enabled: false }),
  })
  .register(docs, { description: 'Mass-email and mass-fax capability, if any (A-5).' });
