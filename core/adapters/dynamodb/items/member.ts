import * as z from 'zod/mini';
import { roleRef } from '../../../domain/authorization/role-ref.ts';
import { accountId, folderId, ROOT_FOLDER, userId } from '../../../domain/ids.ts';
import { DEACTIVATION_REASONS, MEMBER_STATUSES } from '../../../domain/member.ts';
import { time } from '../../../domain/time.ts';

/** The head of a member, as the domain knows it. */
export const memberItem = z.object({
  accountId,
  userId,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  loginId: z.string(),
  location: z.string(),
  // Members of before there were folders are in the one that every account has.
  folderId: z._default(folderId, ROOT_FOLDER),
  role: z.optional(roleRef),
  status: z.enum(MEMBER_STATUSES),
  deactivationReason: z.optional(z.enum(DEACTIVATION_REASONS)),
  createdAt: time,
  invitedAt: z.optional(time),
  signedOutAt: z.optional(time),
  version: z._default(z.int().check(z.minimum(0)), 0),
});

/** What of it the indexes copy for lists. */
export const listedMemberItem = z.omit(memberItem, { signedOutAt: true });
