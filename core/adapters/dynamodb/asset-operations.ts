import type { AssetRef } from '../../domain/asset-kinds.ts';
import { presentAssetKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

/** The check that an asset is there, and not archived: whoever takes one into use does it under this condition. 2 write units. */
export const assetPresent = ({ table }: Store, accountId: string, { kind, key }: AssetRef): Operation => ({
  ConditionCheck: {
    TableName: table,
    Key: presentAssetKey({ accountId, kind, key }),
    ConditionExpression: 'attribute_exists(pk)',
  },
});
