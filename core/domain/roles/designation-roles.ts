import type { BuiltInRole } from './role-facts.ts';

/**
 * What somebody of a designation needs in a call centre with folders (B-5, C-8, C-43); more can be ticked (C-15). Folder
 * tools come from the folder, where support can take them out (C-36).
 */
export const DESIGNATION_ROLES = {
  manager: {
    family: 'designation',
    name: 'Manager',
    help: 'Manages leads, users and their folders, with the logs, recordings and reports of the users of their folder; makes and takes calls. More permissions can be ticked.',
    designation: 'manager',
    permissions: [
      'manage-leads',
      'edit-contacts',
      'write-email-templates',
      'play-recordings',
      'view-call-log',
      'view-agent-reports',
      'view-sales-reports',
      'search-leads',
      'search-profiles',
      'search-users',
      'create-user',
      'edit-users',
      'modify-security',
      'create-group',
      'modify-group',
      'start-im',
      // Nobody gives more than they hold: whoever adds agents holds what agents do.
      'use-sip',
      'pause-recordings',
    ],
    pages: ['floor-map', 'callback-calendar'],
    dataViewLevel: 'folder',
    sitePermissionLevel: 'manager',
    mayJoinGroups: false,
  },
  agent: {
    family: 'designation',
    name: 'Agent',
    help: 'Makes and takes calls, and may pause their recording; edits no other user. Of the call log only their own. Can join access-control groups. More permissions can be ticked.',
    designation: 'agent',
    permissions: ['use-sip', 'pause-recordings'],
    // As for call agents: the call log of one's own calls, and messages to receive and reply to (C-41).
    pages: ['call-log', 'callback-calendar', 'messages'],
    dataViewLevel: 'own',
    sitePermissionLevel: 'user',
    mayJoinGroups: true,
  },
} as const satisfies Record<string, BuiltInRole>;
