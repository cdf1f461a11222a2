import { dynamodbAssets } from '../core/adapters/dynamodb/assets.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { asset } from '../core/domain/asset.ts';
import type { Sections } from '../core/domain/sections/index.ts';
import { assignmentsOf } from '../core/domain/sections/work.ts';
import { benchStamp } from './seat-account.ts';

/** Makes what a request assigns somebody to: an account has to have it. */
export const furnish = async (store: Store, accountId: string, { work }: Sections): Promise<void> => {
  const stamp = benchStamp();
  const kept = { accountId, archived: false, version: 1, createdAt: stamp.at };
  for (const { kind, key } of work === undefined ? [] : assignmentsOf(work)) {
    await dynamodbAssets(store).create(asset.parse({ ...kept, kind, key, name: key }), stamp);
  }
};
