import type { PermissionFacts } from './permission-facts.ts';

/** Email templates and instant messages (C-19, C-41, C-42). */
export const COMMUNICATION_PERMISSIONS = {
  'write-email-templates': {
    name: 'Write email templates',
    section: 'communication',
    help: 'Write the email templates one has access to: each template’s access list says who that is.',
    pages: ['email-templates'],
  },
  'start-im': {
    name: 'Start IM',
    section: 'communication',
    help: 'Start instant messages. Without it one can receive and reply.',
    pages: ['messages'],
  },
  'broadcast-im': {
    name: 'Broadcast IM',
    section: 'communication',
    help: 'Send an instant message to all. Needs start IM.',
    requires: ['start-im'],
    pages: ['messages'],
  },
} as const satisfies Record<string, PermissionFacts>;

/** What one keeps in folders (C-34…C-36). */
export const FOLDER_PERMISSIONS = {
  'use-folder-tools': {
    name: 'Folder tools',
    section: 'folders',
    help: 'Use shared files, my files, and folders for callbacks, shared with users who have read permission. Without it callbacks come only by calendar and alerts. On by default; only the platform’s support takes it out of a folder.',
    pages: ['shared-files', 'my-files', 'callback-folders'],
    supportOnly: true,
  },
} as const satisfies Record<string, PermissionFacts>;
