import { keysOf } from './keys-of.ts';
import type { Permission } from './permissions.ts';

/** What an account has for its members to work on and with. */
export interface AssetKindFacts {
  /** One of them, in a sentence. */
  name: string;
  help: string;
  /** Whoever makes one holds this. */
  create: Permission;
  /** Whoever changes, archives or deletes one holds this, and is on its access list if it carries one (C-63). */
  change: Permission;
  /** Members are assigned to it: the work they do. Of the other kinds, settings name one. */
  hasMembers: boolean;
  /** Whole agent groups are assigned to it too (B-16). */
  takesGroups: boolean;
}

export const ASSET_KINDS = {
  campaign: {
    name: 'campaign',
    help: 'Calls for one purpose, to one list of people (A-8).',
    create: 'manage-work',
    change: 'manage-work',
    hasMembers: true,
    takesGroups: true,
  },
  initiative: {
    name: 'dialer initiative',
    help: 'What the dialer calls for, over and over (A-8).',
    create: 'manage-work',
    change: 'manage-work',
    hasMembers: true,
    takesGroups: true,
  },
  queue: {
    name: 'ACD queue',
    help: 'A call distribution queue: callers wait in it for the next free agent (A-8).',
    create: 'add-queue',
    change: 'manage-voip',
    hasMembers: true,
    takesGroups: true,
  },
  'tracking-number': {
    name: 'tracking-number route',
    help: 'Where calls to a tracking number go (D-26).',
    create: 'manage-voip',
    change: 'manage-voip',
    hasMembers: true,
    takesGroups: true,
  },
  'smart-router': {
    name: 'smart-router route',
    help: 'Where calls go by rules on the caller and the hour (D-26).',
    create: 'manage-voip',
    change: 'manage-voip',
    hasMembers: true,
    takesGroups: true,
  },
  'agent-group': {
    name: 'agent group',
    help: 'Agents who are assigned to campaigns, queues and routes together, instead of one by one (B-16).',
    create: 'manage-work',
    change: 'manage-work',
    hasMembers: true,
    takesGroups: false,
  },
  'agent-status': {
    name: 'agent status',
    help: 'What an agent says of being available; the availability dropdown shows the statuses of the account (B-15).',
    create: 'manage-work',
    change: 'manage-work',
    hasMembers: false,
    takesGroups: false,
  },
  schedule: {
    name: 'schedule',
    help: 'Weekly working hours in one time zone, for as many members as wanted (D-16).',
    create: 'manage-work',
    change: 'manage-work',
    hasMembers: false,
    takesGroups: false,
  },
  number: {
    name: 'number',
    help: 'A phone number of the account (DID): members call from it, and are called on it (C-29, C-58).',
    create: 'add-did',
    change: 'manage-voip',
    hasMembers: false,
    takesGroups: false,
  },
  'sip-client': {
    name: 'SIP client',
    help: 'A device or program that registers with the signalling host, by its SIP address (D-15).',
    create: 'manage-voip',
    change: 'manage-voip',
    hasMembers: false,
    takesGroups: false,
  },
} as const satisfies Record<string, AssetKindFacts>;

export type AssetKind = keyof typeof ASSET_KINDS;

export const ASSET_KIND_NAMES = keysOf(ASSET_KINDS);

/** One asset of an account. Its key is what people chose; it never changes. */
export interface AssetRef {
  kind: AssetKind;
  key: string;
}
