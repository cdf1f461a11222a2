import { keysOf } from './keys-of.ts';
import { PERMISSION_KEYS, type Permission } from './permissions.ts';

interface Role {
  name: string;
  help: string;
  permissions: readonly Permission[];
}

/** The built-in roles of an account (D-17…D-21). A role decides the base set of permissions (C-8). */
export const ROLES = {
  administrator: {
    name: 'Administrator',
    help: 'Everything in the account.',
    permissions: PERMISSION_KEYS,
  },
  'billing-manager': {
    name: 'Billing manager',
    help: 'Sees payments made and statements to print, nothing else.',
    permissions: [],
  },
  'report-manager': {
    name: 'Report manager',
    help: 'Reports, and the call log to view and edit.',
    permissions: ['view-call-log', 'view-agent-reports', 'view-sales-reports'],
  },
  'call-manager': { name: 'Call manager', help: 'The call log alone.', permissions: ['view-call-log'] },
  'call-agent': {
    name: 'Call agent',
    help: 'Calls in and out; of the call log only their own.',
    permissions: ['use-sip', 'use-folder-tools'],
  },
} as const satisfies Record<string, Role>;

export type RoleId = keyof typeof ROLES;

export const ROLE_IDS = keysOf(ROLES);

/** Effective permissions: what the role gives, with the member's own grants. */
export const effectivePermissions = (role: RoleId, grants: readonly Permission[]): ReadonlySet<Permission> =>
  new Set<Permission>([...ROLES[role].permissions, ...grants]);
