import * as z from 'zod/mini';
import { AGENCY_ROLES } from '../../../domain/authorization/rights.ts';
import { accountId, agencyId, userId } from '../../../domain/ids.ts';
import { time } from '../../../domain/time.ts';

/** The head of a user, as the domain knows it. */
export const userItem = z.object({
  userId,
  owningAccountId: accountId,
  // Users of before names were kept here have them in their members' heads alone.
  firstName: z._default(z.string(), ''),
  lastName: z._default(z.string(), ''),
  email: z.string(),
  loginId: z.string(),
  language: z.string(),
  createdAt: time,
  acceptedAt: z.optional(time),
  bouncedAt: z.optional(time),
  accountIds: z.array(accountId),
  signedOutAt: z.optional(time),
  agencyRole: z.optional(
    z.object({
      agencyId,
      accountId,
      role: z.enum(AGENCY_ROLES),
      allowedNetworks: z.optional(z.array(z.string())),
      signedOutAt: z.optional(time),
    }),
  ),
});
