import * as z from 'zod/mini';
import { ENDPOINT_KEYS } from '../../../domain/endpoints.ts';
import { accountId, apiUserId } from '../../../domain/ids.ts';
import { PAGE_KEYS } from '../../../domain/pages.ts';
import { PERMISSION_KEYS } from '../../../domain/permissions.ts';
import { time } from '../../../domain/time.ts';

/** An API user, as the domain knows it; its secret is the sign-in service's alone. */
export const apiUserItem = z.object({
  accountId,
  apiUserId,
  name: z.string(),
  endpoints: z.array(z.enum(ENDPOINT_KEYS)),
  grants: z.array(z.enum(PERMISSION_KEYS)),
  pages: z.array(z.enum(PAGE_KEYS)),
  allowedNetworks: z.array(z.string()),
  createdAt: time,
  createdBy: z.string(),
  signedOutAt: z.optional(time),
  version: z.int().check(z.minimum(1)),
});

/** Which account an API user belongs to. */
export const apiUserGuardItem = z.object({ accountId });
