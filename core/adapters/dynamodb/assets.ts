import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { asset } from '../../domain/asset.ts';
import { assetKey } from '../../domain/asset-key.ts';
import type { AssetRef } from '../../domain/asset-kinds.ts';
import type { Assets } from '../../usecases/ports.ts';
import { assetUsers } from './asset-users.ts';
import { batchGet } from './batch-get.ts';
import { changeAssets } from './change-assets.ts';
import { createAssets } from './create-assets.ts';
import { archivedAssetKey, archivePk, assetsPk, presentAssetKey } from './keys.ts';
import { queryPage } from './query-page.ts';
import type { Store } from './store.ts';

/**
 * Where an asset can be: it is archived and restored in one transaction, but two reads are not one. Who is in neither
 * place may have been restored between them.
 */
const PLACES = [presentAssetKey, archivedAssetKey, presentAssetKey] as const;

const nameOf = ({ kind, key }: AssetRef): string => `${kind}#${key}`;

const distinct = <Ref extends AssetRef>(refs: readonly Ref[]): readonly Ref[] => [
  ...new Map(refs.map((ref) => [nameOf(ref), ref])).values(),
];

export const dynamodbAssets = (store: Store): Assets => ({
  ...createAssets(store),
  ...changeAssets(store),
  ...assetUsers(store),

  /** AP-141 · an asset · GetItem, consistent, 1 read unit per 4 KB; 2 of an archived one, 3 where there is none. */
  async read(ref) {
    for (const keyIn of PLACES) {
      const { Item } = await store.client.send(
        new GetCommand({ TableName: store.table, Key: keyIn(ref), ConsistentRead: true }),
      );
      if (Item !== undefined) return asset.parse(Item);
    }
    return undefined;
  },

  /** AP-142 · the assets of these keys · BatchGetItem, consistent, 1 read unit each; 2 if archived, 3 if there is none. */
  async readMany(accountId, refs) {
    const found = [];
    let missing = distinct(refs);
    for (const keyIn of PLACES) {
      const keys = missing.map(({ kind, key }) => keyIn({ accountId, kind, key }));
      const assets = (await batchGet(store, keys, { consistent: true })).map((item) => asset.parse(item));
      found.push(...assets);
      const names = new Set(assets.map(nameOf));
      missing = missing.filter((ref) => !names.has(nameOf(ref)));
    }
    return found;
  },

  /** AP-143 · the assets of one kind, archived ones or the others, by key · Query, half a read unit per 4 KB looked at. */
  list: (accountId, kind, { archived }, page, sees) =>
    queryPage(store, page, {
      accountId,
      name: `${archived ? 'archive' : 'assets'}/${kind}`,
      partition: archived ? archivePk(accountId, kind) : assetsPk(accountId, kind),
      sortKey: assetKey,
      sortKeyOf: ({ key }) => key,
      parse: (item) => asset.parse(item),
      sees,
    }),
});
