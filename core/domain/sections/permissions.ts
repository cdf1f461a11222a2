import * as z from 'zod';
import { DATA_VIEW_LEVELS, PERMISSION_KEYS, SITE_PERMISSION_LEVELS } from '../permissions.ts';
import { ROLE_IDS } from '../roles.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 4: what the user may do, and whose data they see. */
export const permissions = z
  .strictObject({
    role: z.enum(ROLE_IDS).describe('The role decides the base set of permissions (C-8).'),
    dataViewLevel: z.enum(DATA_VIEW_LEVELS).default('own').describe('How far the user sees data.'),
    sitePermissionLevel: z
      .enum(SITE_PERMISSION_LEVELS)
      .default('user')
      .describe('How far the user may change the site.'),
    grants: uniqueItems(z.array(z.enum(PERMISSION_KEYS)).max(PERMISSION_KEYS.length))
      .default([])
      .describe('Permissions beyond those of the role.'),
  })
  .describe('Role, data-view level and site permission level (A-4).');

export type Permissions = z.infer<typeof permissions>;
