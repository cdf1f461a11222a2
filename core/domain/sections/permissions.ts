import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { DATA_VIEW_LEVELS, PERMISSION_KEYS, SITE_PERMISSION_LEVELS } from '../permissions.ts';
import { ROLE_IDS } from '../roles.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 4: what the user may do, and whose data they see. */
export const permissions = z
  .strictObject({
    role: z
      .enum(ROLE_IDS)
      .register(docs, { description: 'The role decides the base set of permissions (C-8).' }),
    dataViewLevel: z
      ._default(z.enum(DATA_VIEW_LEVELS), 'own')
      .register(docs, { description: 'How far the user sees data.' }),
    sitePermissionLevel: z
      ._default(z.enum(SITE_PERMISSION_LEVELS), 'user')
      .register(docs, { description: 'How far the user may change the site.' }),
    grants: z._default(
      uniqueItems(
        'Permissions beyond those of the role.',
        z.enum(PERMISSION_KEYS),
        z.maxLength(PERMISSION_KEYS.length),
      ),
      [],
    ),
  })
  .register(docs, { description: 'Role, data-view level and site permission level (A-4).' });

export type Permissions = z.infer<typeof permissions>;
