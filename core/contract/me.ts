import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { accountId, userId } from '../domain/ids.ts';
import { MEMBER_STATUSES } from '../domain/member.ts';
import { PERMISSION_KEYS } from '../domain/permissions.ts';
import { ROLE_IDS } from '../domain/roles.ts';
import { time } from '../domain/time.ts';

/** The signed-in person, and what they may do in each of their accounts. */
export const meView = z
  .object({
    userId,
    email: z.string(),
    loginId: z.string(),
    language: z.string(),
    acceptedAt: z.optional(time),
    memberships: z.array(
      z.object({
        accountId,
        accountName: z.string(),
        status: z.enum(MEMBER_STATUSES),
        location: z.string(),
        role: z.optional(z.enum(ROLE_IDS)),
        permissions: z.array(z.enum(PERMISSION_KEYS)),
      }),
    ),
  })
  .register(docs, { id: 'Me' });
