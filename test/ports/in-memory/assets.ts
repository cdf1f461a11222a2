import { isDeepStrictEqual } from 'node:util';
import { accountReferences, movedReferences } from '../../../core/domain/account-references.ts';
import { accountSettings } from '../../../core/domain/account-settings.ts';
import { type Asset, groupsOf } from '../../../core/domain/asset.ts';
import type { AssetRef } from '../../../core/domain/asset-kinds.ts';
import {
  AlreadyClaimed,
  AssetExists,
  AssetGone,
  Busy,
  ChangedMeanwhile,
} from '../../../core/domain/errors.ts';
import { settingsReferences } from '../../../core/domain/references.ts';
import type { AccountDefaults, AssetOf, Assets, AssetUser } from '../../../core/usecases/ports.ts';
import { assetClaimsIn } from './asset-claims.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes, pageOf } from './page.ts';
import { keepReplay, replayAt } from './replays.ts';

/** Whether an asset is there, and not archived. */
export const isPresent = ({ assets }: Pick<Database, 'assets'>, ref: AssetOf): boolean =>
  assets.get(keys.asset(ref))?.archived === false;

const names =
  ({ kind, key }: AssetRef) =>
  (other: AssetRef): boolean =>
    other.kind === kind && other.key === key;

const groupReferences = (asset: Asset) =>
  groupsOf(asset).map((key, index) => ({
    kind: 'agent-group' as const,
    key,
    pointer: `/agentGroups/${index}`,
  }));

const refuseGone = (
  database: Database,
  accountId: string,
  taken: readonly (AssetRef & { pointer: string })[],
): void => {
  const gone = taken.filter(({ kind, key }) => !isPresent(database, { accountId, kind, key }));
  if (gone.length === 0) return;
  throw new AssetGone(gone.map(({ pointer }) => ({ pointer, detail: 'is not there any more, or archived' })));
};

const defaultsOf = ({ accountDefaults }: Database, accountId: string) =>
  accountDefaults.get(accountId) ?? { settings: accountSettings.parse({}), version: 0 };

/** Everybody who uses an asset, as the edges in the table are sorted. */
const usersOf = (database: Database, ref: AssetOf): readonly AssetUser[] => {
  const { assets, records, work } = database;
  const ofAccount = accountReferences(defaultsOf(database, ref.accountId).settings).some(names(ref));
  const others = [...assets.values()]
    .filter((one) => one.accountId === ref.accountId && groupReferences(one).some(names(ref)))
    .sort((one, other) => byBytes(`${one.kind}#${one.key}`, `${other.kind}#${other.key}`));
  const workers = [...work]
    .filter((edge) => edge.startsWith(`${keys.asset(ref)}#`))
    .map((edge) => edge.slice(keys.asset(ref).length + 1));
  const named = [...records].flatMap(([name, { section, data }]) => {
    const [accountId, userId = ''] = name.split('#');
    if (accountId !== ref.accountId || data === undefined) return [];
    const part = section === 'employee' ? { employee: data } : section === 'dialing' ? { dialing: data } : {};
    return settingsReferences(part).some(names(ref)) ? [userId] : [];
  });
  return [
    ...(ofAccount ? [{ by: 'account' as const }] : []),
    ...others.map(({ kind, key }) => ({ by: 'asset' as const, kind, key })),
    ...workers.sort(byBytes).map((userId) => ({ by: 'member' as const, userId })),
    ...[...new Set(named)].sort(byBytes).map((userId) => ({ by: 'settings' as const, userId })),
  ];
};

export const inMemoryAssets = (database: Database): Assets => {
  const { assets, accessLists, accountDefaults } = database;
  const { claimed, moveClaims } = assetClaimsIn(database);
  const refuseChanged = ({ accountId, kind, key, version, archived }: Asset): void => {
    const stored = assets.get(keys.asset({ accountId, kind, key }));
    if (stored?.version !== version || stored.archived !== archived) throw new ChangedMeanwhile();
  };
  return {
    async create(asset, stamp, idempotency, accessList) {
      const replayOf = replayAt(database, idempotency, stamp);
      if (replayOf !== undefined) return { replayOf };
      const taken = new AlreadyClaimed(claimed(asset));
      if (assets.has(keys.asset(asset))) throw new AssetExists(asset.kind, asset.key, taken.faults);
      if (taken.faults.length > 0) throw taken;
      refuseGone(database, asset.accountId, groupReferences(asset));
      if (accessList !== undefined) {
        const version = accessLists.get(keys.accessList(accessList))?.version ?? 0;
        if (version !== accessList.version - 1) throw new Busy();
        accessLists.set(keys.accessList(accessList), copy(accessList));
      }
      assets.set(keys.asset(asset), copy(asset));
      moveClaims(undefined, asset);
      const { settings, version } = defaultsOf(database, asset.accountId);
      if (asset.kind === 'number' && settings.defaultNumber === undefined) {
        const after = { settings: { ...settings, defaultNumber: asset.key }, version: version + 1 };
        accountDefaults.set(asset.accountId, after);
      }
      keepReplay(database, idempotency, asset.key, stamp);
      return {};
    },

    read: async (ref) => copy(assets.get(keys.asset(ref))),

    readMany: async (accountId, refs) =>
      copy(
        [...new Set(refs.map(({ kind, key }) => keys.asset({ accountId, kind, key })))].flatMap(
          (name) => assets.get(name) ?? [],
        ),
      ),

    async list(accountId, kind, { archived }, page, sees) {
      const sorted = [...assets.values()]
        .filter((one) => one.accountId === accountId && one.kind === kind && one.archived === archived)
        .map((one) => [one.key, copy(one)] as const)
        .sort(([one], [other]) => byBytes(one, other));
      const name = `${accountId}/${archived ? 'archive' : 'assets'}/${kind}`;
      return pageOf(name, sorted, (key, position) => byBytes(key, position) > 0, page, sees);
    },

    async change(before, after) {
      refuseChanged(before);
      const fields = claimed(after, before);
      if (fields.length > 0) throw new AlreadyClaimed(fields);
      const { taken } = movedReferences(groupReferences(before), groupReferences(after));
      refuseGone(database, after.accountId, taken);
      assets.set(keys.asset(after), copy(after));
      moveClaims(before, after);
    },

    async remove(asset) {
      if (!assets.has(keys.asset(asset))) return;
      refuseChanged({ ...asset, archived: true });
      assets.delete(keys.asset(asset));
      moveClaims(asset, undefined);
      if (asset.kind === 'queue') accessLists.delete(keys.accessList(asset));
    },

    users: async (ref, limit) => usersOf(database, ref).slice(0, limit),
    takers: async (group) =>
      usersOf(database, group).flatMap((user) =>
        user.by === 'asset' ? [{ kind: user.kind, key: user.key }] : [],
      ),

    async members(ref, page) {
      const members = usersOf(database, ref).flatMap((user) => (user.by === 'member' ? [user.userId] : []));
      const sorted = members.map((userId) => [userId, userId] as const);
      const name = `${ref.accountId}/asset-members/${ref.kind}/${ref.key}`;
      return pageOf(name, sorted, (key, position) => byBytes(key, position) > 0, page);
    },
  };
};

export const inMemoryAccountDefaults = (database: Database): AccountDefaults => ({
  read: async (accountId) => copy(defaultsOf(database, accountId)),
  async change(accountId, before, settings) {
    const stored = defaultsOf(database, accountId);
    if (stored.version !== before.version || !isDeepStrictEqual(stored.settings, before.settings))
      throw new ChangedMeanwhile();
    const { taken } = movedReferences(accountReferences(before.settings), accountReferences(settings));
    refuseGone(database, accountId, taken);
    database.accountDefaults.set(accountId, copy({ settings, version: before.version + 1 }));
  },
});
