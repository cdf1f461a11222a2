import type { PermissionFacts } from './permission-facts.ts';

/** Calls that were made: recordings, logs, reports (C-20…C-23, D-19). */
export const REPORT_PERMISSIONS = {
  'play-recordings': {
    name: 'Play recordings',
    section: 'reports',
    help: 'Play recordings on every call log one may see. With manage VoIP also download them.',
    combinedWith: { permission: 'manage-voip', gives: 'Download recordings.' },
    pages: [],
  },
  'view-call-log': {
    name: 'View the call log',
    section: 'reports',
    help: 'See the call log, for oneself and the users one has access to.',
    pages: ['call-log'],
  },
  'edit-call-log': {
    name: 'Edit the call log',
    section: 'reports',
    help: 'Edit the entries of the call log. Needs the right to view it.',
    requires: ['view-call-log'],
    pages: ['call-log'],
  },
  'view-agent-reports': {
    name: 'View agent reports',
    section: 'reports',
    help: 'See productivity and agent reports, for oneself and the users one has access to.',
    pages: ['agent-reports'],
  },
  'view-sales-reports': {
    name: 'View sales reports',
    section: 'reports',
    help: 'See sales reports, for oneself and the users one has access to.',
    pages: ['sales-reports'],
  },
} as const satisfies Record<string, PermissionFacts>;

/** Calling, and what calls run through (C-24…C-30, C-60). */
export const TELEPHONY_PERMISSIONS = {
  'use-sip': {
    name: 'SIP',
    section: 'telephony',
    help: 'Make and take calls.',
    pages: ['softphone'],
  },
  'manage-voip': {
    name: 'Manage VoIP',
    section: 'telephony',
    help: 'Open the VoIP settings page, and change the inbound flow of numbers and the queues and IVRs one may edit; with the research calls and recent calls reports.',
    pages: ['voip-settings', 'numbers', 'queues', 'ivrs', 'research-calls', 'recent-calls'],
  },
  'add-ivr': {
    name: 'Add IVR',
    section: 'telephony',
    help: 'Add an IVR. Editing the IVRs one has access to does not need it.',
    pages: ['ivrs'],
  },
  'add-queue': {
    name: 'Add queue',
    section: 'telephony',
    help: 'Add a queue. Editing the queues one has access to does not need it.',
    pages: ['queues'],
  },
  'set-caller-id': {
    name: 'Set caller ID',
    section: 'telephony',
    help: 'Choose one’s number on the dial pad, among the account’s numbers. The first caller ID is the default number.',
    pages: [],
  },
  'add-did': {
    name: 'Add DID',
    section: 'telephony',
    help: 'Order phone numbers. Needs manage VoIP.',
    requires: ['manage-voip'],
    pages: ['numbers'],
  },
  'pause-recordings': {
    name: 'Pause recordings',
    section: 'telephony',
    help: 'Pause the recording of a call.',
    pages: [],
  },
} as const satisfies Record<string, PermissionFacts>;
