import { movedReferences } from '../../domain/account-references.ts';
import { type Asset, asset as assetItem } from '../../domain/asset.ts';
import { ChangedMeanwhile } from '../../domain/errors.ts';
import type { Assets, Stamp } from '../../usecases/ports.ts';
import { giveUpOwn, moveOwn, refuseClaimed } from './asset-claims.ts';
import { forgetAssetUses, groupReferences, moveAssetUses, refuseGone } from './asset-operations.ts';
import { accessListKey, archivedAssetKey, presentAssetKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

const keyOf = (asset: Asset) => (asset.archived ? archivedAssetKey(asset) : presentAssetKey(asset));

const atVersion = ({ version }: Asset) => ({
  ConditionExpression: 'version = :version',
  ExpressionAttributeValues: { ':version': version },
});

/** The operations that put an asset in the place of what it was, or where archived ones are, or the others. */
const replace = ({ table }: Store, before: Asset, after: Asset, stamp: Stamp): Record<string, Operation> => {
  const Item = { ...keyOf(after), ...assetItem.parse(after), changed: stamp };
  if (before.archived === after.archived)
    return { asset: { Put: { TableName: table, Item, ...atVersion(before) } } };
  return {
    asset: { Delete: { TableName: table, Key: keyOf(before), ...atVersion(before) } },
    moved: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  };
};

export const changeAssets = (store: Store): Pick<Assets, 'change' | 'remove'> => ({
  /**
   * AP-144 · change an asset that nobody has changed since · 1 transaction, 2 write units per KB, 4 when it is archived or
   * restored; 4 per agent group that it takes in newly, 2 per one that it lets go, 4 for another number or SIP user name.
   */
  async change(before, after, stamp) {
    const groups = movedReferences(groupReferences(before), groupReferences(after));
    const refused = await transact(store, {
      ...replace(store, before, after, stamp),
      ...moveOwn(store, before, after),
      ...moveAssetUses(store, after, groups, stamp),
    });
    if (refused.size === 0) return;
    if (!refused.has('asset')) {
      refuseClaimed(refused, after);
      refuseGone(refused, groups.taken);
    }
    throw new ChangedMeanwhile();
  },

  /**
   * AP-145 · remove an archived asset that nobody has changed since, with its access list · 1 transaction, 4 write units, 2
   * more for a queue, a number or a SIP client, 2 per agent group that it lets go.
   */
  async remove(asset) {
    const { accountId, kind, key } = asset;
    const refused = await transact(store, {
      asset: {
        Delete: {
          TableName: store.table,
          Key: archivedAssetKey(asset),
          ...atVersion(asset),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      restored: {
        ConditionCheck: {
          TableName: store.table,
          Key: presentAssetKey(asset),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      // Who makes another one of this name some day does not open it to whoever had access to this one.
      accessList:
        kind === 'queue'
          ? { Delete: { TableName: store.table, Key: accessListKey({ accountId, kind, key }) } }
          : undefined,
      ...giveUpOwn(store, asset),
      ...forgetAssetUses(store, asset, groupReferences(asset)),
    });
    if (refused.size === 0) return;
    // What it had claimed may be somebody else's by then.
    const isGone = refused.has('asset') && refused.get('asset') === undefined && !refused.has('restored');
    if (!isGone) throw new ChangedMeanwhile();
  },
});
