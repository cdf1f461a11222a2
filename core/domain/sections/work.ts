import * as z from 'zod/mini';
import { assetKey } from '../asset-key.ts';
import type { AssetKind, AssetRef } from '../asset-kinds.ts';
import { docs } from '../docs.ts';
import { keysOf } from '../keys-of.ts';
import { uniqueItems } from './unique-items.ts';

/** Where the section names each kind of work. */
const WORK = {
  campaign: 'campaigns',
  initiative: 'dialerInitiatives',
  queue: 'queues',
  'tracking-number': 'trackingNumbers',
  'smart-router': 'smartRouters',
  'agent-group': 'agentGroups',
} as const satisfies Partial<Record<AssetKind, string>>;

/** What members are assigned to (A-8, B-16, D-26). */
export type WorkKind = keyof typeof WORK;
export const WORK_KINDS = keysOf(WORK);

export const isWorkKind = (kind: AssetKind): kind is WorkKind => kind in WORK;

const keys = (title: string, description: string) =>
  z._default(uniqueItems(description, assetKey, z.maxLength(100)), []).register(docs, { title, description });

/** Section 8: what the user works on, as much as needed. */
export const work = z
  .strictObject({
    campaigns: keys('Campaigns', 'Keys of campaigns, up to 100.'),
    dialerInitiatives: keys('Dialer initiatives', 'Keys of dialer initiatives, up to 100.'),
    queues: keys('ACD queues', 'Keys of call distribution queues, up to 100.'),
    trackingNumbers: keys('Tracking numbers', 'Keys of the tracking-number routes in use, up to 100 (D-26).'),
    smartRouters: keys('Smart routers', 'Keys of the smart-router routes in use, up to 100 (D-26).'),
    agentGroups: keys(
      'Agent groups',
      'Keys of agent groups, up to 100; their campaigns, queues and routes come with them (B-16).',
    ),
  })
  .register(docs, {
    title: 'Work',
    description:
      'Campaigns, dialer initiatives, ACD queues, routes and agent groups, as many as needed (A-8).',
  });

export type Work = z.infer<typeof work>;

export interface WorkAssignment extends AssetRef {
  kind: WorkKind;
}

/** Each assignment once, without those of `kept`. */
export const distinct = (
  assignments: readonly WorkAssignment[],
  kept: readonly WorkAssignment[] = [],
): readonly WorkAssignment[] => {
  const name = ({ kind, key }: WorkAssignment): string => `${kind}#${key}`;
  const others = new Set(kept.map(name));
  const byName = new Map(assignments.map((assignment) => [name(assignment), assignment]));
  return [...byName].filter(([named]) => !others.has(named)).map(([, assignment]) => assignment);
};

/** Where in the section a kind of work is named. */
export const workField = (kind: WorkKind) => WORK[kind];

/** The section as a flat list, one assignment per membership. */
export const assignmentsOf = (section: Work): readonly WorkAssignment[] =>
  WORK_KINDS.flatMap((kind) => section[WORK[kind]].map((key) => ({ kind, key })));
