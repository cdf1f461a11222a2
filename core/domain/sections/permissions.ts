import * as z from 'zod/mini';
import { roleRef } from '../authorization/role-ref.ts';
import { dataViewLevel, pageKey, permissionKey, sitePermissionLevel } from '../catalogue-keys.ts';
import { docs } from '../docs.ts';
import { groupId } from '../ids.ts';
import { keysOf } from '../keys-of.ts';
import { PAGE_KEYS } from '../pages.ts';
import { PERMISSION_KEYS } from '../permissions.ts';
import { DESIGNATIONS } from '../roles.ts';
import { uniqueItems } from './unique-items.ts';

export const grantedPermissions = uniqueItems(
  { title: 'Permissions', description: 'Permissions beyond those of role and folder.' },
  permissionKey,
  z.maxLength(PERMISSION_KEYS.length),
);

export const grantedPages = uniqueItems(
  {
    title: 'Pages',
    description: 'The pages granted, instead of those that the role gives (E-15, E-18).',
  },
  pageKey,
  z.maxLength(PAGE_KEYS.length),
);

export const joinedGroups = uniqueItems(
  {
    title: 'Access-control groups',
    description: 'The access-control groups that narrow what the user reaches (D-4).',
  },
  groupId,
  z.maxLength(20),
);

/** Section 4: what the user may do, and whose data they see. What is left out comes from folder and role. */
export const permissions = z
  .strictObject({
    designation: z.optional(z.enum(keysOf(DESIGNATIONS))).register(docs, {
      title: 'Kind of user',
      description: 'The kind of user, chosen before the role (B-5); the role has to be of this kind.',
    }),
    role: z.optional(roleRef).register(docs, {
      title: 'Role',
      description:
        'Chosen by hand; without it the member has the role of their folder (C-7). It decides the base set of permissions (C-8).',
    }),
    dataViewLevel: z.optional(dataViewLevel).register(docs, {
      title: 'Data-view level',
      description: 'How far the user sees data; that of the role unless told.',
    }),
    sitePermissionLevel: z.optional(sitePermissionLevel).register(docs, {
      title: 'Site permission level',
      description: 'How far the user may change the site; that of the role unless told.',
    }),
    grants: z._default(grantedPermissions, []),
    pages: z.optional(grantedPages),
    groups: z._default(joinedGroups, []),
    affiliateProfile: z
      .optional(z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)))
      .register(docs, { title: 'Affiliate profile', description: 'Whose report an affiliate sees (E-10).' }),
  })
  .register(docs, {
    title: 'Permissions',
    description: 'Role, data-view level and site permission level (A-4).',
  });

export type Permissions = z.infer<typeof permissions>;
