import * as z from 'zod/mini';
import { accountId, agencyId, runId, userId } from '../domain/ids.ts';
import { languageTag } from '../domain/languages.ts';
import { LICENSE_KIND_NAMES, LICENSE_POLICIES } from '../domain/licenses.ts';
import { profile } from '../domain/sections/profile.ts';
import { shownText } from '../domain/shown-text.ts';
import { refusal } from './operator.ts';

/** What an operator gives to make an account with its first administrator; the event of the create-account function. */
export const createAccountRequest = z.strictObject({
  account: z.strictObject({
    /** The agency that the account belongs to. With a name it is made, and the administrator administers it too. */
    agency: z.optional(z.strictObject({ agencyId, name: z.optional(shownText(100)) })),
    /** Of a subaccount: the account it belongs to. */
    parentAccountId: z.optional(accountId),
    /** Given by who may have to repeat the call: a second one then makes nothing new. */
    accountId: z.optional(accountId),
    name: shownText(100),
    language: z._default(languageTag, 'en'),
    licensePolicy: z._default(z.enum(LICENSE_POLICIES), 'deactivate'),
    /** A plan of the price list; the first, unless told. */
    plan: z.optional(z.string()),
    /** Kinds of the plan that are not named have no seats. */
    pools: z
      .array(
        z.strictObject({
          kind: z.enum(LICENSE_KIND_NAMES),
          purchased: z.int().check(z.minimum(0), z.maximum(1_000_000)),
        }),
      )
      .check(
        z.minLength(1),
        z.maxLength(LICENSE_KIND_NAMES.length),
        z.refine(
          (pools) => new Set(pools.map(({ kind }) => kind)).size === pools.length,
          'must name each kind once',
        ),
      ),
  }),
  administrator: z.pick(profile, {
    email: true,
    loginId: true,
    firstName: true,
    lastName: true,
    language: true,
    location: true,
  }),
});

export type CreateAccountRequest = z.infer<typeof createAccountRequest>;

/** What the create-account function made. */
export const createdAccount = z.object({ accountId, userId, runId });

/** What the create-account function answers: what it made, or why it made nothing. */
export const createAccountAnswer = z.union([createdAccount, refusal]);
