import { PAGE_KEYS } from '../pages.ts';
import { PERMISSION_KEYS } from '../permissions.ts';
import type { BuiltInRole } from './role-facts.ts';

/** The roles that every account has (D-17…D-21). Folder tools come from the folder, where support can take them out (C-36). */
export const ACCOUNT_ROLES = {
  administrator: {
    family: 'account',
    name: 'Administrator',
    help: 'Everything in the account.',
    designation: 'manager',
    permissions: PERMISSION_KEYS,
    pages: PAGE_KEYS,
    dataViewLevel: 'account',
    sitePermissionLevel: 'administrator',
    mayJoinGroups: false,
    byHandOnly: true,
  },
  'billing-manager': {
    family: 'account',
    name: 'Billing manager',
    help: 'Sees payments made and statements to print, nothing else.',
    designation: 'manager',
    permissions: ['view-billing'],
    pages: [],
    dataViewLevel: 'own',
    sitePermissionLevel: 'user',
    mayJoinGroups: false,
    closed: true,
  },
  'report-manager': {
    family: 'account',
    name: 'Report manager',
    help: 'Reports, and the call log to view and edit. Can join access-control groups.',
    designation: 'manager',
    permissions: ['view-call-log', 'edit-call-log', 'view-agent-reports', 'view-sales-reports'],
    pages: ['dialer-report', 'lead-reports', 'recent-calls', 'research-calls', 'affiliate-report'],
    dataViewLevel: 'account',
    sitePermissionLevel: 'user',
    mayJoinGroups: true,
    closed: true,
  },
  'call-manager': {
    family: 'account',
    name: 'Call manager',
    help: 'The call log alone. Can join access-control groups.',
    designation: 'manager',
    permissions: ['view-call-log'],
    pages: [],
    dataViewLevel: 'account',
    sitePermissionLevel: 'user',
    mayJoinGroups: true,
    closed: true,
  },
  'call-agent': {
    family: 'account',
    name: 'Call agent',
    help: 'Calls in and out; of the call log only their own. Can join access-control groups.',
    designation: 'agent',
    permissions: ['use-sip'],
    // The page without the permission: nobody's calls but one's own (D-21), whatever one is given access to.
    pages: ['call-log', 'callback-calendar', 'messages'],
    dataViewLevel: 'own',
    sitePermissionLevel: 'user',
    mayJoinGroups: true,
  },
} as const satisfies Record<string, BuiltInRole>;
