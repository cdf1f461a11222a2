import { keysOf } from './keys-of.ts';
import { ADMINISTRATION_PERMISSIONS } from './permissions/administration-permissions.ts';
import { REPORT_PERMISSIONS, TELEPHONY_PERMISSIONS } from './permissions/call-permissions.ts';
import { COMMUNICATION_PERMISSIONS, FOLDER_PERMISSIONS } from './permissions/communication-permissions.ts';
import { LEAD_PERMISSIONS, SEARCH_PERMISSIONS } from './permissions/lead-permissions.ts';
import type { PermissionFacts } from './permissions/permission-facts.ts';

export {
  PERMISSION_SECTION_TITLES,
  PERMISSION_SECTIONS,
  type PermissionFacts,
} from './permissions/permission-facts.ts';

/** The rights that can be granted to a member (C-16…C-42), with the help text the console and the contract show. */
export const PERMISSIONS = {
  ...LEAD_PERMISSIONS,
  ...REPORT_PERMISSIONS,
  ...TELEPHONY_PERMISSIONS,
  ...SEARCH_PERMISSIONS,
  ...COMMUNICATION_PERMISSIONS,
  ...FOLDER_PERMISSIONS,
  ...ADMINISTRATION_PERMISSIONS,
} as const satisfies Record<string, PermissionFacts>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_KEYS = keysOf(PERMISSIONS);

/** How far a member sees data: from their own records up to everything in the agency. */
export const DATA_VIEW_LEVELS = ['own', 'folder', 'group', 'account', 'agency'] as const;
export type DataViewLevel = (typeof DATA_VIEW_LEVELS)[number];

/** How far a member may change the site. */
export const SITE_PERMISSION_LEVELS = ['user', 'manager', 'administrator'] as const;
export type SitePermissionLevel = (typeof SITE_PERMISSION_LEVELS)[number];
