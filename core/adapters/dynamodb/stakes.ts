import { ASSET_KINDS, type AssetRef } from '../../domain/asset-kinds.ts';
import type { Fault } from '../../domain/errors.ts';
import type { Stakes } from '../../domain/member-stakes.ts';
import type { MemberRef, Stamp } from '../../usecases/ports.ts';
import { assetPresent } from './asset-operations.ts';
import { giveUpFiles, isFileRefused, takeFiles } from './file-uses.ts';
import { settingUseKey, workKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

type Key = { pk: string; sk: string };
type Named = readonly (readonly [name: string, operation: Operation])[];

const nameOf = ({ kind, key }: AssetRef): string => `${kind}#${key}`;
const presenceOf = (asset: AssetRef): string => `present:${nameOf(asset)}`;

const edges = (
  { table }: Store,
  { accountId, userId }: MemberRef,
  { taken, givenUp }: { taken: readonly AssetRef[]; givenUp: readonly AssetRef[] },
  keyOf: (ref: MemberRef, asset: AssetRef) => Key,
  edge: 'setting' | 'work',
  stamp: Stamp,
): Named => {
  const ref = { accountId, userId };
  return [
    ...taken.map(({ kind, key }): [string, Operation] => [
      `${edge}:${nameOf({ kind, key })}`,
      {
        Put: { TableName: table, Item: { ...keyOf(ref, { kind, key }), ...ref, kind, key, changed: stamp } },
      },
    ]),
    ...givenUp.map((asset): [string, Operation] => [
      `${edge}:${nameOf(asset)}`,
      { Delete: { TableName: table, Key: keyOf(ref, asset) } },
    ]),
  ];
};

/**
 * The operations that move a member's stakes: an asset that is taken into use is there, and not archived, in this very
 * moment; a file was uploaded by who is named, if anybody is. 4 write units per asset taken, 2 per asset given up, 2 per file.
 */
export const moveStakes = (
  store: Store,
  ref: MemberRef,
  { settings, work, files }: Stakes,
  stamp: Stamp,
  uploadedBy?: string,
): Record<string, Operation> => {
  const former = files.givenUp.map(({ fileId }) => fileId);
  return {
    ...Object.fromEntries([
      ...edges(store, ref, settings, settingUseKey, 'setting', stamp),
      ...edges(store, ref, work, workKey, 'work', stamp),
      // One that settings name and that they work on is looked at once: a transaction takes an item once.
      ...[...settings.taken, ...work.taken].map((asset): [string, Operation] => [
        presenceOf(asset),
        assetPresent(store, ref.accountId, asset),
      ]),
    ]),
    ...takeFiles(store, ref, files.taken, uploadedBy, stamp),
    ...giveUpFiles(store, ref, former, stamp.at, stamp),
  };
};

/** The faults of what was to be taken into use, and is gone, archived or somebody else's. */
export const goneFaults = (
  refused: Refusals,
  { settings, work, files }: Stakes,
  at: string,
): readonly Fault[] => [
  ...[...settings.taken, ...work.taken]
    .filter((asset) => refused.has(presenceOf(asset)))
    .map(({ kind, pointer }) => ({
      pointer: `${at}${pointer}`,
      detail: `is no ${ASSET_KINDS[kind].name} of this account, or is archived`,
    })),
  ...files.taken
    .filter(({ fileId }) => isFileRefused(refused, fileId))
    .map(({ purpose, pointer }) => ({
      pointer: `${at}${pointer}`,
      detail: `is no ${purpose} that you have uploaded, or belongs to somebody else`,
    })),
];

/** The stakes without the files that could not be given up: they are gone already. */
export const withoutGone = (refused: Refusals, stakes: Stakes): Stakes => ({
  ...stakes,
  files: {
    ...stakes.files,
    givenUp: stakes.files.givenUp.filter(({ fileId }) => !isFileRefused(refused, fileId)),
  },
});
