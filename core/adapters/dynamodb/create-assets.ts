import { type Asset, asset as assetItem } from '../../domain/asset.ts';
import { Busy } from '../../domain/errors.ts';
import type { Assets, Stamp } from '../../usecases/ports.ts';
import { putAccessList } from './access-lists.ts';
import { putSettings, readSettings } from './account-defaults.ts';
import { claimOwn, refuseTaken } from './asset-claims.ts';
import { groupReferences, moveAssetUses, refuseGone, useByAccount } from './asset-operations.ts';
import { archivedAssetKey, presentAssetKey } from './keys.ts';
import { keepReplay, replayedBy } from './replays.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

/** How often the account's settings may be changed by others meanwhile. */
const TRIES = 4;

/** The operations by which a number becomes the account's default number, if it has none (C-58). */
const asDefault = async (store: Store, asset: Asset, stamp: Stamp): Promise<Record<string, Operation>> => {
  if (asset.kind !== 'number') return {};
  const { accountId, key } = asset;
  const { settings, version } = await readSettings(store)(accountId);
  if (settings.defaultNumber !== undefined) return {};
  return {
    settings: putSettings(
      store,
      accountId,
      { settings: { ...settings, defaultNumber: key }, version },
      stamp,
    ),
    default: useByAccount(store, asset, stamp),
  };
};

export const createAssets = (store: Store): Pick<Assets, 'create'> => ({
  /**
   * AP-140 · create an asset, if there is none of its kind and key, archived or not · 1 transaction, 4 write units; 4 per
   * agent group that it takes in, 2 with an access list, 2 with an Idempotency-Key, 2 for the claim of a number or a SIP
   * client; of a number first AP-150, and 4 if it becomes the default number.
   */
  async create(asset, stamp, idempotency, accessList) {
    const groups = groupReferences(asset);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const refused = await transact(store, {
        asset: {
          Put: {
            TableName: store.table,
            Item: { ...presentAssetKey(asset), ...assetItem.parse(asset), changed: stamp },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        archived: {
          ConditionCheck: {
            TableName: store.table,
            Key: archivedAssetKey(asset),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        ...claimOwn(store, asset),
        ...moveAssetUses(store, asset, { taken: groups, givenUp: [] }, stamp),
        ...(await asDefault(store, asset, stamp)),
        accessList: accessList && putAccessList(store, accessList, stamp),
        replay: idempotency && keepReplay(store, idempotency, asset.key, stamp),
      });
      if (refused.size === 0) return {};
      const replayOf = replayedBy(refused, idempotency);
      if (replayOf !== undefined) return { replayOf };
      refuseTaken(refused, asset);
      refuseGone(refused, groups);
      // Another number may have become the default one meanwhile.
      if (!refused.has('settings')) break;
    }
    throw new Busy();
  },
});
