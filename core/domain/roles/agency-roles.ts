import { PAGE_KEYS } from '../pages.ts';
import { PERMISSION_KEYS } from '../permissions.ts';
import type { BuiltInRole } from './role-facts.ts';

/** The roles that reach every account of an agency (D-23…D-25). */
export const AGENCY_ROLES = {
  'agency-administrator': {
    family: 'agency',
    name: 'Agency administrator',
    help: 'Everything in every account. Reaches the whole agency. Only for a user who is already administrator, added as a role afterwards.',
    designation: 'manager',
    permissions: PERMISSION_KEYS,
    pages: PAGE_KEYS,
    dataViewLevel: 'agency',
    sitePermissionLevel: 'administrator',
    mayJoinGroups: false,
    byHandOnly: true,
    needsAdministrator: true,
  },
  'agency-billing-manager': {
    family: 'agency',
    name: 'Agency billing manager',
    help: 'Sees payments made and statements to print of every account. Reaches the whole agency. Only for a user who is already administrator, added as a role afterwards.',
    designation: 'manager',
    permissions: ['view-billing'],
    pages: [],
    dataViewLevel: 'agency',
    sitePermissionLevel: 'user',
    mayJoinGroups: false,
    byHandOnly: true,
    needsAdministrator: true,
  },
  'marketing-manager': {
    family: 'agency',
    name: 'Marketing manager',
    help: 'Leads, campaigns, products, email templates and sales reports of every account. Reaches the whole agency. Only for a user who is already administrator, added as a role afterwards.',
    designation: 'manager',
    permissions: ['manage-leads', 'view-sales-reports', 'write-email-templates'],
    pages: ['campaigns', 'products', 'funnel-builder', 'affiliate-report'],
    dataViewLevel: 'agency',
    sitePermissionLevel: 'manager',
    mayJoinGroups: false,
    byHandOnly: true,
    needsAdministrator: true,
  },
} as const satisfies Record<string, BuiltInRole>;
