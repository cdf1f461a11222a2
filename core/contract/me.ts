import * as z from 'zod/mini';
import { AGENCY_ROLES } from '../domain/authorization/rights.ts';
import { roleRef } from '../domain/authorization/role-ref.ts';
import {
  dataViewLevel,
  memberEndpointKey,
  pageKey,
  permissionKey,
  sitePermissionLevel,
} from '../domain/catalogue-keys.ts';
import { docs } from '../domain/docs.ts';
import { accountId, agencyId, folderId, userId } from '../domain/ids.ts';
import { MEMBER_STATUSES } from '../domain/member.ts';
import { time } from '../domain/time.ts';
import { serverView } from './locations.ts';

/** The built-in roles, for which a client can have words of its own. */
export type { RoleId } from '../domain/roles.ts';

const roleName = z.optional(z.string()).register(docs, {
  description: 'What the role is called: in English, if it is a built-in one.',
});

/** The signed-in person, and what they may do in each of their accounts, for a client to draw. */
export const meView = z
  .object({
    userId,
    firstName: z.string(),
    lastName: z.string(),
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
        server: z.optional(serverView).register(docs, {
          description:
            'The API and the signalling host that their session is to use: those of `location` (B-7).',
        }),
        folderId,
        role: z.optional(roleRef).register(docs, {
          description: 'By hand or by folder; absent while it is not decided yet.',
        }),
        roleName,
        permissions: z.array(permissionKey),
        pages: z.array(pageKey),
        endpoints: z.array(memberEndpointKey).register(docs, {
          description:
            'What they may call here, about whomever they reach; what is about themselves alone, such as their own profile, is theirs besides.',
        }),
        dataViewLevel,
        sitePermissionLevel,
      }),
    ),
    offers: z
      .array(
        z.object({
          accountId,
          accountName: z.string(),
          role: z.optional(roleRef),
          roleName,
          expiresAt: z.optional(time),
        }),
      )
      .register(docs, { description: 'Accounts whose access is offered, to accept or decline (X-19).' }),
    agency: z
      .optional(
        z.object({
          agencyId,
          name: z.string(),
          role: z.enum(AGENCY_ROLES),
          accounts: z.array(z.object({ accountId, name: z.string() })),
        }),
      )
      .register(docs, { description: 'The agency whose accounts they reach, with all of them.' }),
    asks: z.array(z.enum(['extra-profile'])).register(docs, {
      description:
        'What the person is to be asked now, if anything: administrators for their extra profile, until they have answered or skipped it (E-23).',
    }),
  })
  .register(docs, { id: 'Me' });
