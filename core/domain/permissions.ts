import { keysOf } from './keys-of.ts';

/** The rights that can be granted to a member (C-16…C-42), with the help text the console and the contract show. */
export const PERMISSIONS = {
  'manage-leads': 'See leads on the dashboard, upload them, build playlists and view campaigns.',
  'export-leads': 'Download lead result files.',
  'allow-automation': 'Use the automation link.',
  'write-email-templates': 'Write the email templates one has access to.',
  'play-recordings': 'Play recordings on every call log one may see; with manage VoIP also download them.',
  'view-call-log': 'See the call log.',
  'view-agent-reports': 'See productivity and agent reports, for oneself and the users one has access to.',
  'view-sales-reports': 'See sales reports, for oneself and the users one has access to.',
  'use-sip': 'Make and take calls.',
  'manage-voip':
    'Change VoIP settings, number flows, queues and IVRs one may edit; see research and recent calls.',
  'add-ivr': 'Add an IVR.',
  'add-queue': 'Add a queue.',
  'set-caller-id': "Choose one's number on the dial pad.",
  'add-did': 'Order phone numbers; needs manage VoIP.',
  'pause-recordings': 'Pause the recording of a call.',
  'search-leads': 'Search all leads.',
  'search-profiles': 'Search all profiles: leads after their first action.',
  'search-users': 'Open any user’s profile, without changing its security.',
  'use-folder-tools': 'Use shared files, my files and folders for callbacks.',
  'create-user': 'Add users, and follow, resume or discard their onboarding.',
  'modify-security': "Change another user's permissions, among those one holds oneself.",
  'create-group': 'Create user folders.',
  'modify-group': 'Modify user folders.',
  'start-im': 'Start instant messages; without it one can receive and reply.',
  'broadcast-im': 'Send an instant message to everybody; needs start IM.',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_KEYS = keysOf(PERMISSIONS);

/** How far a member sees data: from their own records up to everything in the agency. */
export const DATA_VIEW_LEVELS = ['own', 'folder', 'group', 'account', 'agency'] as const;

/** How far a member may change the site. */
export const SITE_PERMISSION_LEVELS = ['user', 'manager', 'administrator'] as const;
