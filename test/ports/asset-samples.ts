import { randomInt } from 'node:crypto';
import { type Asset, asset } from '../../core/domain/asset.ts';
import type { AssetKind, AssetRef } from '../../core/domain/asset-kinds.ts';
import { AssetExists } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { settingsReferences, workReferences } from '../../core/domain/references.ts';
import type { Sections } from '../../core/domain/sections/index.ts';
import type { AssetOf, Ports, Stamp } from '../../core/usecases/ports.ts';

const MADE_AT = '2026-06-01T09:00:00.000Z';
/** Of its own: samples of requests are made with these. */
const STAMP: Stamp = { at: MADE_AT, by: 'operator', channel: 'operator', requestId: 'req-1' };

/** Of cities whose every exchange can exist. */
const AREA_CODES = [206, 212, 213, 303, 312, 404, 415, 503, 617, 702];

/** A phone number that no other account has: it is claimed in the whole system. */
export const newNumber = (): string =>
  `+1${AREA_CODES[randomInt(AREA_CODES.length)]}${randomInt(2_000_000, 9_999_999)}`;

/** A SIP user name that no other account has. */
export const newUserName = (): string => `desk.${newId('user').slice(4)}`;

/** What each kind needs besides its name. */
const needed = (): Partial<Record<AssetKind, Record<string, unknown>>> => ({
  'tracking-number': { number: '+14155550123' },
  'agent-status': { takesCalls: true },
  schedule: { timeZone: 'America/Chicago', hours: [{ day: 'monday', from: '09:00', to: '17:00' }] },
  number: { number: newNumber() },
  'sip-client': { userName: newUserName() },
});

export const newAsset = (ref: AssetOf, more: Record<string, unknown> = {}): Asset =>
  asset.parse({
    name: ref.key,
    ...needed()[ref.kind],
    ...ref,
    archived: false,
    version: 1,
    createdAt: MADE_AT,
    ...more,
  });

/** Sees to it that an account has these. */
export const furnish = async (
  { assets }: Pick<Ports, 'assets'>,
  accountId: string,
  refs: readonly AssetRef[],
): Promise<void> => {
  const there = await assets.readMany(accountId, refs);
  const missing = refs.filter((ref) => !there.some(({ kind, key }) => kind === ref.kind && key === ref.key));
  await Promise.all(
    missing.map(({ kind, key }) =>
      assets.create(newAsset({ accountId, kind, key }), STAMP).catch((error: unknown) => {
        // Named twice, or made by another test's request meanwhile.
        if (!(error instanceof AssetExists)) throw error;
      }),
    ),
  );
};

/** All that a request names. */
export const namedIn = (sections: Pick<Sections, 'employee' | 'dialing' | 'work'>): readonly AssetRef[] => [
  ...settingsReferences(sections),
  ...workReferences(sections),
];
