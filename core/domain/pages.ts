import { keysOf } from './keys-of.ts';

export interface PageFacts {
  /** The title in a menu. */
  name: string;
  /** What one finds there. */
  help: string;
  isReport?: true;
}

/**
 * The pages a member can be let onto: by a permission that unlocks them, as defaults of the role (E-15), or granted
 * one by one (E-18). A member without any ends in a redirect error after signing in (E-19). One's own account settings
 * are everybody's (C-43), and the endpoints of an API user are granted apart (E-20): neither is a page.
 */
export const PAGES = {
  dashboard: {
    name: 'Dashboard',
    help: 'What is going on now: calls, callbacks, and the leads one manages.',
  },
  leads: { name: 'Leads', help: 'Upload leads, and see those that are there.' },
  'lead-results': { name: 'Lead results', help: 'Result files of leads, to download.' },
  playlists: { name: 'Playlists', help: 'Lists of leads in the order in which they are called.' },
  automation: { name: 'Automation', help: 'The automation link, by which other systems put leads in.' },
  search: { name: 'Search', help: 'Search leads, and profiles: leads after their first action.' },
  campaigns: { name: 'Campaigns', help: 'The campaigns there are, and what each is made of.' },

  'dialer-report': { name: 'Dialer report', help: 'What the dialer did with the leads.', isReport: true },
  'lead-reports': { name: 'Lead reports', help: 'What became of the leads.', isReport: true },
  'recent-calls': { name: 'Recent calls', help: 'The latest calls, in and out.', isReport: true },
  'research-calls': {
    name: 'Research calls',
    help: 'Look up single calls and the way they took.',
    isReport: true,
  },
  'call-log': {
    name: 'Call log',
    help: 'Every call by the name of who took it: one’s own, and those of others whom one has access to.',
    isReport: true,
  },
  'agent-reports': {
    name: 'Agent reports',
    help: 'Productivity and agents: oneself, and the users one has access to.',
    isReport: true,
  },
  'sales-reports': {
    name: 'Sales reports',
    help: 'Sales made: one’s own, and those of the users one has access to.',
    isReport: true,
  },
  'affiliate-report': {
    name: 'Affiliate report',
    help: 'What affiliates brought; an affiliate sees only the affiliate profile assigned to them.',
    isReport: true,
  },
  'report-export': { name: 'Report export', help: 'Reports as files, to download.' },
  'floor-map': { name: 'Floor map', help: 'Who is at work now and in which status, by name.' },

  softphone: { name: 'Softphone', help: 'The dial pad: make and take calls.' },
  'voip-settings': { name: 'VoIP settings', help: 'How calls are set up for the account.' },
  numbers: { name: 'Numbers', help: 'Phone numbers: how calls to them flow, and orders of new ones.' },
  queues: { name: 'Queues', help: 'Call distribution queues that one has access to.' },
  ivrs: { name: 'IVRs', help: 'Voice menus that one has access to.' },

  messages: { name: 'Messages', help: 'Instant messages: receive and reply, and start them if one may.' },
  'email-templates': { name: 'Email templates', help: 'The email templates that one has access to.' },
  'shared-files': { name: 'Shared files', help: 'Files of the folders that one may read.' },
  'my-files': { name: 'My files', help: 'One’s own files, and who else may read them.' },
  'callback-folders': {
    name: 'Callback folders',
    help: 'Callbacks sorted into folders, shared with users who have read permission.',
  },
  'callback-calendar': { name: 'Callback calendar', help: 'One’s callbacks by day and hour, with alerts.' },

  'customer-service': { name: 'Customer service', help: 'Find a customer, and help with what they bought.' },
  'order-entry': { name: 'Order entry', help: 'Take an order.' },
  'order-details': {
    name: 'Order details',
    help: 'One order in full; whoever can be assigned leads sees partial orders here too.',
  },
  'crm-call-centers': { name: 'CRM call centers', help: 'The call centers that customer service works in.' },
  products: { name: 'Products', help: 'What is sold, and at what price.' },
  'funnel-builder': { name: 'Funnel builder', help: 'Design the pages that customers order on.' },
  plugins: { name: 'Plugins', help: 'Links with other services.' },

  users: { name: 'Users', help: 'The members of the account: find, add and edit them.' },
  onboardings: {
    name: 'Onboardings',
    help: 'The run of every new user: which step, why it waits, what is missing.',
  },
  folders: { name: 'Folders', help: 'The folders that users live in, and what each gives its members.' },
  roles: { name: 'Roles', help: 'The roles there are, and those of the account’s own.' },
  'access-groups': { name: 'Access-control groups', help: 'Groups that narrow what their members reach.' },
  'api-users': {
    name: 'API users',
    help: 'Programs that use the API: endpoints and source addresses of each.',
  },
  billing: { name: 'Billing', help: 'Payments made, and statements to print.' },
} as const satisfies Record<string, PageFacts>;

export type Page = keyof typeof PAGES;

export const PAGE_KEYS = keysOf(PAGES);
