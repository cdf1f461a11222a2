import type { Page } from '../pages.ts';
import type { DataViewLevel, Permission, SitePermissionLevel } from '../permissions.ts';

/** The kind of user, chosen before the form for that kind is shown (B-5). */
export const DESIGNATIONS = {
  manager: {
    name: 'Manager',
    help: 'Adds and edits other users, as far as their permissions go.',
  },
  agent: {
    name: 'Agent',
    help: 'Works on calls and orders. Changes only what is theirs on account settings: the password, and what a permission gives them, such as caller ID or greeting. With create user they can also add users.',
  },
  api: {
    name: 'API user',
    help: 'A program that uses the API, and only the endpoints granted to it. Its source IP addresses must be on the allow list.',
  },
} as const satisfies Record<string, { name: string; help: string }>;

export type Designation = keyof typeof DESIGNATIONS;

/** What a role decides. An account's own roles have the same shape. */
export interface Role {
  name: string;
  help: string;
  designation: Designation;
  /** The base set (C-8). */
  permissions: readonly Permission[];
  /** Beyond those that the permissions unlock: defaults, which can be changed for a member (E-15). */
  pages: readonly Page[];
  /** For members to whom none was given by hand. */
  dataViewLevel: DataViewLevel;
  sitePermissionLevel: SitePermissionLevel;
  /** Only agents, call managers and report managers join access-control groups (D-27). */
  mayJoinGroups: boolean;
}

export interface BuiltInRole extends Role {
  family: 'account' | 'designation' | 'agency' | 'access-level';
  /** It cannot be a folder's role: whoever has it got it by hand. */
  byHandOnly?: true;
  /** Nothing of the folder's permissions is added to it. */
  closed?: true;
  /** Only for a user who is already administrator (D-23). */
  needsAdministrator?: true;
  /** It says nothing without the affiliate profile assigned (E-10). */
  needsAffiliateProfile?: true;
  /** It says nothing without the subaccount reached (E-13). */
  needsSubaccount?: true;
}
