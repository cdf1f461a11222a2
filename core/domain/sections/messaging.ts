import * as z from 'zod';

const capability = (what: string) =>
  z
    .strictObject({
      enabled: z.boolean(),
      dailyLimit: z.int().min(1).max(100_000).optional().describe(`The most ${what} a day.`),
    })
    .refine((value) => value.enabled || value.dailyLimit === undefined, {
      path: ['dailyLimit'],
      error: 'needs enabled to be true',
    });

/** Section 5: mass email and mass fax. */
export const messaging = z
  .strictObject({
    massEmail: capability('mass emails').default({ enabled: false }),
    massFax: capability('mass faxes').default({ enabled: false }),
  })
  .describe('Mass-email and mass-fax capability, if any (A-5).');

export type Messaging = z.infer<typeof messaging>;
