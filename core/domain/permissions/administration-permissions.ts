import type { PermissionFacts } from './permission-facts.ts';

/** Users and what they may do, and the account's billing (C-37…C-40, C-43, C-56, C-57, D-4, D-18, E-11…E-13, E-20). */
export const ADMINISTRATION_PERMISSIONS = {
  'create-user': {
    name: 'Create user',
    section: 'administration',
    help: 'Add users in every folder, and follow, resume or discard their onboarding. It may be held by somebody who is no administrator, even by an agent; on the folder in question they then also need read, write and store.',
    pages: ['users', 'onboardings', 'folders'],
  },
  'edit-users': {
    name: 'Edit users',
    section: 'administration',
    help: 'Change the profile, the settings and the work of other users, in folders where one may write; no security change without that right. For managers only.',
    pages: ['users'],
    managersOnly: true,
  },
  'modify-security': {
    name: 'Modify security',
    section: 'administration',
    help: 'Change the permissions of another user, and of those only the ones that one holds on one’s own profile. For managers only.',
    pages: ['users'],
    managersOnly: true,
  },
  'create-group': {
    name: 'Create group',
    section: 'administration',
    help: 'Create groups: the folders that users live in. For managers only.',
    pages: ['folders'],
    managersOnly: true,
  },
  'modify-group': {
    name: 'Modify group',
    section: 'administration',
    help: 'Modify groups: the folders that users live in. For managers only.',
    pages: ['folders'],
    managersOnly: true,
  },
  'manage-roles': {
    name: 'Manage roles',
    section: 'administration',
    help: 'Make, change and remove the account’s own roles, with no permission that one does not hold. For managers only.',
    pages: ['roles'],
    managersOnly: true,
  },
  'manage-access-groups': {
    name: 'Manage access-control groups',
    section: 'administration',
    help: 'Make, change and remove access-control groups, which narrow what their members reach, and say who joins them: only agents, call managers and report managers may. For managers only.',
    pages: ['access-groups'],
    managersOnly: true,
  },
  'manage-api-users': {
    name: 'Manage API users',
    section: 'administration',
    help: 'Add API users, grant and revoke their endpoints, and keep the list of source addresses that each must have. For managers only.',
    pages: ['api-users'],
    managersOnly: true,
  },
  'manage-work': {
    name: 'Manage work',
    section: 'administration',
    help: 'Make, change, archive and delete campaigns, dialer initiatives, agent groups, agent statuses and schedules, and say what the account’s members have unless told otherwise. For managers only.',
    pages: ['campaigns'],
    managersOnly: true,
  },
  'view-billing': {
    name: 'View billing',
    section: 'administration',
    help: 'See the payments made, and the statements to print.',
    pages: ['billing'],
  },
  'manage-billing': {
    name: 'Manage billing',
    section: 'administration',
    help: 'Buy and give up seats, and say how licenses are handled: what happens when none is free, and which apps are installed. Needs view billing.',
    pages: ['billing'],
    requires: ['view-billing'],
  },
} as const satisfies Record<string, PermissionFacts>;
