import type { PermissionFacts } from './permission-facts.ts';

/** Leads, and searching for them and for people (B-8, C-16…C-18, C-31…C-33). */
export const LEAD_PERMISSIONS = {
  'manage-leads': {
    name: 'Manage leads',
    section: 'leads',
    help: 'See leads on the dashboard, upload them, build playlists and view campaigns; with the dialer report, lead reports and recent calls.',
    pages: ['dashboard', 'leads', 'playlists', 'campaigns', 'dialer-report', 'lead-reports', 'recent-calls'],
  },
  'export-leads': {
    name: 'Export leads',
    section: 'leads',
    help: 'Download the result files of leads.',
    pages: ['lead-results'],
  },
  'allow-automation': {
    name: 'Allow automation',
    section: 'leads',
    help: 'Use the automation link, by which other systems put leads in.',
    pages: ['automation'],
  },
  'edit-contacts': {
    name: 'Edit contacts',
    section: 'leads',
    help: 'Change the data of the contacts one works with; without it one only reads them.',
    pages: [],
  },
} as const satisfies Record<string, PermissionFacts>;

export const SEARCH_PERMISSIONS = {
  'search-leads': {
    name: 'Search leads',
    section: 'search',
    help: 'Search all leads.',
    pages: ['search'],
  },
  'search-profiles': {
    name: 'Search profiles',
    section: 'search',
    help: 'Search all profiles. A lead is a profile after its first action, such as a disposition or a transfer.',
    pages: ['search'],
  },
  'search-users': {
    name: 'Search users',
    section: 'search',
    help: 'Search all users and open any profile. Their security cannot be changed without the right to modify security.',
    pages: ['users'],
  },
} as const satisfies Record<string, PermissionFacts>;
