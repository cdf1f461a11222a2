import * as z from 'zod/mini';
import { assetKey } from './asset-key.ts';
import type { AssetKind } from './asset-kinds.ts';
import { docs } from './docs.ts';
import { accountId } from './ids.ts';
import { fullPhone } from './phone.ts';
import { scheduleFields } from './schedule.ts';
import { uniqueItems } from './sections/unique-items.ts';
import { shownText } from './shown-text.ts';
import { time } from './time.ts';

const named = {
  name: shownText(120).register(docs, {
    title: 'Name',
    description: 'What people read; it need not be unique.',
  }),
  description: z
    .optional(shownText(500))
    .register(docs, { title: 'Description', description: 'What it is for, in a sentence.' }),
};

const agentGroups = z._default(
  uniqueItems('Keys of the agent groups whose members all work on it (B-16).', assetKey, z.maxLength(20)),
  [],
);

const work = z.strictObject({ ...named, agentGroups });

/** What whoever makes or changes an asset says of it, by its kind. */
export const ASSET_FIELDS = {
  campaign: work,
  initiative: work,
  queue: work,
  'tracking-number': z.extend(work, {
    number: fullPhone,
  }),
  'smart-router': work,
  'agent-group': z.strictObject(named),
  'agent-status': z.strictObject({
    ...named,
    takesCalls: z.boolean().register(docs, {
      title: 'Takes calls',
      description: 'Whether calls are put through to an agent in this status.',
    }),
  }),
  schedule: z.strictObject({ ...named, ...scheduleFields }),
  number: z.strictObject({
    ...named,
    number: fullPhone,
  }),
  'sip-client': z.strictObject({
    ...named,
    userName: z
      .string()
      .check(
        z.trim(),
        z.toLowerCase(),
        z.regex(
          /^[a-z0-9][a-z0-9._-]{0,63}$/,
          'must be 1 to 64 letters, digits, dots, underscores or hyphens',
        ),
      )
      .register(docs, {
        title: 'SIP user name',
        description:
          'The part of the SIP address before the @; the signalling host of the member’s location follows it.',
      }),
  }),
} as const satisfies Record<AssetKind, z.ZodMiniObject>;

const kept = {
  accountId,
  key: assetKey,
  /** Nobody is newly assigned to what is archived; who is, stays. */
  archived: z.boolean(),
  /** Counts the changes: its ETag. */
  version: z.int().check(z.minimum(1)),
  createdAt: time,
};

const stored = <Kind extends AssetKind, Shape extends z.core.$ZodShape>(
  kind: Kind,
  { shape }: { shape: Shape },
) => z.object({ ...kept, kind: z.literal(kind), ...shape });

/** An asset as the account has it. */
export const asset = z.discriminatedUnion('kind', [
  stored('campaign', ASSET_FIELDS.campaign),
  stored('initiative', ASSET_FIELDS.initiative),
  stored('queue', ASSET_FIELDS.queue),
  stored('tracking-number', ASSET_FIELDS['tracking-number']),
  stored('smart-router', ASSET_FIELDS['smart-router']),
  stored('agent-group', ASSET_FIELDS['agent-group']),
  stored('agent-status', ASSET_FIELDS['agent-status']),
  stored('schedule', ASSET_FIELDS.schedule),
  stored('number', ASSET_FIELDS.number),
  stored('sip-client', ASSET_FIELDS['sip-client']),
]);

export type Asset = z.infer<typeof asset>;

/**
 * What belongs to an asset alone in the whole system, by its field: a phone number, and a SIP user name, for the accounts
 * share the signalling hosts (C-29, D-15).
 */
export const ownOf = (of: Asset): { number?: string; userName?: string } => {
  if (of.kind === 'number') return { number: of.number };
  return of.kind === 'sip-client' ? { userName: of.userName } : {};
};

/** The agent groups that are assigned to an asset as a whole (B-16). */
export const groupsOf = (of: Asset): readonly string[] => ('agentGroups' in of ? of.agentGroups : []);
