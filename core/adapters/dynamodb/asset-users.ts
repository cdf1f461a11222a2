import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { assetKey } from '../../domain/asset-key.ts';
import { ASSET_KIND_NAMES, type AssetRef } from '../../domain/asset-kinds.ts';
import { userId } from '../../domain/ids.ts';
import type { Assets, AssetUser } from '../../usecases/ports.ts';
import { ACCOUNT_EDGE, ASSET_EDGE, assetUsersPk, SETTING_EDGE, WORK_EDGE } from './keys.ts';
import { queryPage } from './query-page.ts';
import type { Store } from './store.ts';

const otherAsset = z.tuple([z.enum(ASSET_KIND_NAMES), assetKey]);

const assetBehind = (edge: string): AssetRef => {
  const [kind, key] = otherAsset.parse(edge.slice(ASSET_EDGE.length).split('#'));
  return { kind, key };
};

/** Who stands behind an edge. */
const userOf = (edge: string): AssetUser => {
  if (edge === ACCOUNT_EDGE) return { by: 'account' };
  if (edge.startsWith(ASSET_EDGE)) return { by: 'asset', ...assetBehind(edge) };
  if (edge.startsWith(SETTING_EDGE))
    return { by: 'settings', userId: userId.parse(edge.slice(SETTING_EDGE.length)) };
  return { by: 'member', userId: userId.parse(edge.slice(WORK_EDGE.length)) };
};

const edgeItem = z.object({ sk: z.string() });

/** The shape of the sort keys of members. */
const memberEdge = z.string().check(
  z.startsWith(WORK_EDGE),
  z.refine((edge) => userId.safeParse(edge.slice(WORK_EDGE.length)).success),
);

export const assetUsers = (store: Store): Pick<Assets, 'users' | 'takers' | 'members'> => ({
  /** AP-146 · who uses an asset: the account, other assets, members · Query, consistent, 1 read unit per 4 KB. */
  async users(ref, limit) {
    const { Items = [] } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': assetUsersPk(ref) },
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => userOf(edgeItem.parse(item).sk));
  },

  /** AP-148 · the assets that take in an agent group · Query, consistent, 1 read unit per 4 KB, some 20 of them. */
  async takers(group) {
    const found: AssetRef[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page: QueryCommandOutput = await store.client.send(
        new QueryCommand({
          TableName: store.table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :asset)',
          ExpressionAttributeValues: { ':pk': assetUsersPk(group), ':asset': ASSET_EDGE },
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      found.push(...(page.Items ?? []).map((item) => assetBehind(edgeItem.parse(item).sk)));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return found;
  },

  /** AP-147 · the members who are assigned to an asset, by user id · Query, half a read unit per 4 KB. */
  members: (ref, page) =>
    queryPage(store, page, {
      accountId: ref.accountId,
      name: `asset-members/${ref.kind}/${ref.key}`,
      partition: assetUsersPk(ref),
      prefix: WORK_EDGE,
      sortKey: memberEdge,
      sortKeyOf: (member) => `${WORK_EDGE}${member}`,
      parse: (item) => edgeItem.parse(item).sk.slice(WORK_EDGE.length),
    }),
});
