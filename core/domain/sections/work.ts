import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { uniqueItems } from './unique-items.ts';

/** What work comes from. `queue` is a call distribution queue (ACD). */
export const WORK_KINDS = ['campaign', 'initiative', 'queue'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

const key = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, underscores or hyphens'),
  );

const keys = (description: string) => z._default(uniqueItems(description, key, z.maxLength(100)), []);

/** Section 8: the campaigns, dialer initiatives and ACD queues the user works on, as many as needed. */
export const work = z
  .strictObject({
    campaigns: keys('Keys of campaigns.'),
    dialerInitiatives: keys('Keys of dialer initiatives.'),
    queues: keys('Keys of ACD queues.'),
  })
  .register(docs, { description: 'Campaigns, dialer initiatives and ACD queues, as many as needed (A-8).' });

export type Work = z.infer<typeof work>;

export interface WorkAssignment {
  kind: WorkKind;
  key: string;
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

/** The section as a flat list, one assignment per membership. */
export const assignmentsOf = (section: Work): readonly WorkAssignment[] => [
  ...section.campaigns.map((key) => ({ kind: 'campaign' as const, key })),
  ...section.dialerInitiatives.map((key) => ({ kind: 'initiative' as const, key })),
  ...section.queues.map((key) => ({ kind: 'queue' as const, key })),
];
