import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { accountId, folderId } from '../domain/ids.ts';
import { licenses } from '../domain/sections/licenses.ts';
import { permissions } from '../domain/sections/permissions.ts';
import { email } from '../domain/sections/profile.ts';
import { runView } from './onboarding.ts';

/** Access to more accounts for a user who exists (D-33, D-34): all of the accounts are checked before any is begun. */
export const accessOfferRequest = z
  .strictObject({
    email,
    sameRoleAs: z.optional(accountId).register(docs, {
      description: 'Gives the built-in role that the user has in this account of the same agency (D-33).',
    }),
    accounts: z
      .array(
        z.strictObject({
          accountId,
          folderId: z.optional(folderId),
          licenses,
          permissions: z
            .optional(permissions)
            .register(docs, { description: 'Another role than the one named by sameRoleAs (D-34).' }),
        }),
      )
      .check(
        z.minLength(1),
        z.maxLength(20),
        z.refine(
          (accounts) => new Set(accounts.map((account) => account.accountId)).size === accounts.length,
          'must name each account once',
        ),
      ),
  })
  .register(docs, { id: 'AccessOfferRequest' });

/** One run per account; each waits, once set up, for the user to accept. */
export const accessOfferView = z.object({ runs: z.array(runView) }).register(docs, { id: 'AccessOffers' });
