import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccessLists } from '../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbAssets } from '../../core/adapters/dynamodb/assets.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { assets } from '../../core/contract/resources/assets.ts';
import type { Asset } from '../../core/domain/asset.ts';
import { resource } from '../../core/http/resource.ts';
import { archiveAsset, restoreAsset } from '../../core/usecases/archive-asset.ts';
import { changeAsset } from '../../core/usecases/change-asset.ts';
import { createAsset } from '../../core/usecases/create-asset.ts';
import { deleteAsset } from '../../core/usecases/delete-asset.ts';
import { listAssetMembers } from '../../core/usecases/list-asset-members.ts';
import { listAssets } from '../../core/usecases/list-assets.ts';
import { readAsset } from '../../core/usecases/read-asset.ts';
import { readScheduleHours } from '../../core/usecases/read-schedule-hours.ts';

const store = openStore(readEnvironment('assets'));
const ports = {
  assets: dynamodbAssets(store),
  accessLists: dynamodbAccessLists(store),
  members: dynamodbMembers(store),
  replays: dynamodbReplays(store, clock),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

const shown = (asset: Asset) => ({ result: asset, version: asset.version });

export const handler = resource(
  assets,
  {
    list: async ({ authority, params, query: { archived, ...page } }) => ({
      result: await listAssets(ports)(authority, params.kind, { ...page, archived: archived === 'true' }),
    }),
    read: async ({ authority, params }) => shown(await readAsset(ports)(authority, params)),
    create: async ({ authority, params: { accountId, kind }, body, stamp, idempotency }) => {
      const asset = await createAsset(ports)(authority, kind, body, stamp, idempotency);
      return { ...shown(asset), location: `/v1/accounts/${accountId}/assets/${kind}/${asset.key}` };
    },
    change: async ({ authority, params, ifMatch, body, stamp }) =>
      shown(await changeAsset(ports)(authority, params, ifMatch, body, stamp)),
    remove: async ({ authority, params, ifMatch }) => {
      await deleteAsset(ports)(authority, params, ifMatch);
      return { result: '' };
    },
    archive: async ({ authority, params, stamp }) =>
      shown(await archiveAsset(ports)(authority, params, stamp)),
    restore: async ({ authority, params, stamp }) =>
      shown(await restoreAsset(ports)(authority, params, stamp)),
    members: async ({ authority, params, query }) => ({
      result: await listAssetMembers(ports)(authority, params, query),
    }),
    hours: async ({ authority, params, query }) => ({
      result: await readScheduleHours(ports)(authority, params.key, query),
    }),
  },
  { ports },
);
