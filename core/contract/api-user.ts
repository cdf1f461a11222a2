import * as z from 'zod/mini';
import { endpointKey, pageKey, permissionKey } from '../domain/catalogue-keys.ts';
import { docs } from '../domain/docs.ts';
import { GRANTABLE_ENDPOINTS } from '../domain/endpoints.ts';
import { accountId, apiUserId } from '../domain/ids.ts';
import { cidr } from '../domain/network.ts';
import { PAGE_KEYS } from '../domain/pages.ts';
import { PERMISSION_KEYS } from '../domain/permissions.ts';
import { uniqueItems } from '../domain/sections/unique-items.ts';
import { shownText } from '../domain/shown-text.ts';
import { time } from '../domain/time.ts';
import { page } from './lists.ts';

const fields = {
  name: shownText(80),
  endpoints: uniqueItems(
    'The only endpoints the program may call, by operation id (E-11, E-20).',
    endpointKey,
    z.minLength(1),
    z.maxLength(GRANTABLE_ENDPOINTS.length),
  ),
  grants: z._default(
    uniqueItems(
      'Permissions that it may give to the users it adds, by hand or by their role.',
      permissionKey,
      z.maxLength(PERMISSION_KEYS.length),
    ),
    [],
  ),
  pages: z._default(
    uniqueItems(
      'Pages that it may give to the users it adds, besides those that its grants unlock.',
      pageKey,
      z.maxLength(PAGE_KEYS.length),
    ),
    [],
  ),
  allowedNetworks: uniqueItems(
    'The only networks the program may call from, IPv4 or IPv6, in CIDR notation (E-12).',
    cidr,
    z.minLength(1),
    z.maxLength(100),
  ),
};

/** A program that uses the API. Its secret is shown once, when it is made or rotated. */
export const apiUserView = z
  .object({ apiUserId, accountId, ...fields, createdAt: time, createdBy: z.string() })
  .register(docs, { id: 'ApiUser' });

export const apiUserList = page(apiUserView).register(docs, { id: 'ApiUserList' });

/** An API user, whole: to make one, or to replace what it was. */
export const apiUserRequest = z.strictObject(fields).register(docs, { id: 'ApiUserRequest' });

/** An API user with its secret, which nobody can read again. */
export const apiUserWithSecret = z
  .extend(apiUserView, {
    secret: z.string().register(docs, { description: 'Shown this once; rotate it if it is lost.' }),
  })
  .register(docs, { id: 'ApiUserWithSecret' });

export const tokenRequest = z
  .strictObject({ apiUserId, secret: z.string().check(z.minLength(1), z.maxLength(256)) })
  .register(docs, { id: 'TokenRequest' });

export const tokenView = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal('Bearer'),
    expiresInSeconds: z.int().check(z.positive()),
  })
  .register(docs, { id: 'Token' });
