import * as z from 'zod/mini';
import { accountId, userId } from '../../../domain/ids.ts';
import { time } from '../../../domain/time.ts';

/** The head of a user, as the domain knows it. */
export const userItem = z.object({
  userId,
  owningAccountId: accountId,
  email: z.string(),
  loginId: z.string(),
  language: z.string(),
  createdAt: time,
  acceptedAt: z.optional(time),
  accountIds: z.array(accountId),
});
