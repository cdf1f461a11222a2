import * as z from 'zod/mini';
import { ASSET_FIELDS } from '../domain/asset.ts';
import { assetKey } from '../domain/asset-key.ts';
import { ASSET_KIND_NAMES, type AssetKind } from '../domain/asset-kinds.ts';
import { docs } from '../domain/docs.ts';
import { patchOf } from '../domain/patch.ts';
import { time } from '../domain/time.ts';
import { listQuery, page } from './lists.ts';
import type { BodyByKind } from './route.ts';

export const assetKind = z
  .enum(ASSET_KIND_NAMES)
  .register(docs, { description: 'What it is: campaign, queue, number and so on.' });

/** `tracking-number` as `TrackingNumber`. */
const idOf = (kind: AssetKind): string =>
  kind
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** One schema for each kind. */
const byKind = <Schema extends z.ZodMiniObject>(make: (kind: AssetKind) => Schema): BodyByKind<Schema> => {
  const bodies = Object.fromEntries(ASSET_KIND_NAMES.map((kind) => [kind, make(kind)]));
  return { parameter: 'kind', bodies };
};

export const newAsset = byKind((kind) =>
  z
    .extend(ASSET_FIELDS[kind], { key: assetKey })
    .register(docs, { id: `New${idOf(kind)}`, description: `What is said of a new ${kind}.` }),
);

export const assetPatch = byKind((kind) =>
  patchOf(ASSET_FIELDS[kind]).register(docs, {
    id: `${idOf(kind)}Patch`,
    description: `What is to change of a ${kind}: the fields that are named; null takes away what need not be there.`,
  }),
);

const view = <Kind extends AssetKind, Shape extends z.core.$ZodShape>(
  kind: Kind,
  { shape }: { shape: Shape },
) =>
  z
    .object({
      kind: z.literal(kind),
      key: assetKey,
      ...shape,
      archived: z.boolean().register(docs, {
        description: 'Nobody is newly assigned to what is archived, nor names it; who is or does, stays.',
      }),
      createdAt: time,
    })
    .register(docs, { id: idOf(kind) });

/** What an account has for its members to work on and with. */
export const assetView = z
  .discriminatedUnion('kind', [
    view('campaign', ASSET_FIELDS.campaign),
    view('initiative', ASSET_FIELDS.initiative),
    view('queue', ASSET_FIELDS.queue),
    view('tracking-number', ASSET_FIELDS['tracking-number']),
    view('smart-router', ASSET_FIELDS['smart-router']),
    view('agent-group', ASSET_FIELDS['agent-group']),
    view('agent-status', ASSET_FIELDS['agent-status']),
    view('schedule', ASSET_FIELDS.schedule),
    view('number', ASSET_FIELDS.number),
    view('sip-client', ASSET_FIELDS['sip-client']),
  ])
  .register(docs, { id: 'Asset' });

export const assetPage = page(assetView).register(docs, { id: 'AssetPage' });

export const assetListQuery = {
  archived: z
    ._default(z.enum(['true', 'false']), 'false')
    .register(docs, { description: 'true for what is archived, instead of the rest.' }),
  ...listQuery,
};

const MOST_DAYS = 62;

export const hoursQuery = {
  from: z
    .union([z.iso.date(), time], { error: 'must be a date such as 2027-01-31, or a time with its offset' })
    .register(docs, { description: 'From when on: a date in the schedule’s time zone, or a moment.' }),
  days: z
    ._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST_DAYS)), 7)
    .register(docs, { description: `For how many days, up to ${MOST_DAYS}.` }),
};

/** When a schedule is open, as moments. */
export const scheduleHours = z
  .object({
    timeZone: z.string(),
    open: z
      .array(z.object({ from: time, to: time }))
      .register(docs, { description: 'In UTC, in order, without breaks; the end is not included.' }),
  })
  .register(docs, { id: 'ScheduleHours' });
