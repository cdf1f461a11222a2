import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { accountId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES, LICENSE_POLICIES } from '../domain/licenses.ts';
import { time } from '../domain/time.ts';

const count = z.int().check(z.minimum(0));

/** An account with its license pools: what is owned, used and free, before adding anyone. */
export const accountView = z
  .object({
    accountId,
    name: z.string(),
    language: z.string(),
    licensePolicy: z.enum(LICENSE_POLICIES).register(docs, {
      description: 'When no license is free: deactivate the new member and wait, or park the run.',
    }),
    createdAt: time,
    pools: z.array(
      z.object({
        kind: z.enum(LICENSE_KIND_NAMES),
        name: z.string(),
        help: z.string(),
        purchased: count,
        assigned: count,
        free: count,
        waiting: z
          .int()
          .check(z.minimum(0))
          .register(docs, { description: 'Members in the waiting line for this kind.' }),
      }),
    ),
  })
  .register(docs, { id: 'Account' });
