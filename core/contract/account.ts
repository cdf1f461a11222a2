import * as z from 'zod/mini';
import { APP_NAMES } from '../domain/apps.ts';
import { docs } from '../domain/docs.ts';
import { accountId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES, LICENSE_POLICIES } from '../domain/licenses.ts';
import { uniqueItems } from '../domain/sections/unique-items.ts';
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
    apps: z.array(z.enum(APP_NAMES)).register(docs, { description: 'The apps that are installed.' }),
    createdAt: time,
    pools: z.array(
      z.object({
        kind: z.enum(LICENSE_KIND_NAMES),
        name: z.string(),
        help: z.string(),
        mode: z.enum(['named', 'concurrent']),
        purchased: count,
        assigned: count,
        inUse: count,
        free: count,
        waiting: z
          .int()
          .check(z.minimum(0))
          .register(docs, { description: 'Members in the waiting line for this kind.' }),
      }),
    ),
  })
  .register(docs, { id: 'Account' });

/** How an account handles licenses; what is left out stays as it is. */
export const changeAccountRequest = z
  .strictObject({
    licensePolicy: z.optional(z.enum(LICENSE_POLICIES)).register(docs, {
      description: 'When no license is free: `deactivate` the new member and wait, or `reject` the run.',
    }),
    apps: z.optional(
      uniqueItems(
        'The apps that are installed; some need a license at every sign-in.',
        z.enum(APP_NAMES),
        z.maxLength(APP_NAMES.length),
      ),
    ),
  })
  .register(docs, { id: 'ChangeAccountRequest' });
