import { type Asset, groupsOf } from '../../domain/asset.ts';
import type { AssetRef } from '../../domain/asset-kinds.ts';
import { AssetGone } from '../../domain/errors.ts';
import type { AssetOf, Stamp } from '../../usecases/ports.ts';
import { accountUseKey, assetUseKey, presentAssetKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

/** The check that an asset is there, and not archived: whoever takes one into use does it under this condition. 2 write units. */
export const assetPresent = ({ table }: Store, accountId: string, { kind, key }: AssetRef): Operation => ({
  ConditionCheck: {
    TableName: table,
    Key: presentAssetKey({ accountId, kind, key }),
    ConditionExpression: 'attribute_exists(pk)',
  },
});

/** What becomes of the uses of an account, or of one of its assets. */
interface MovedUses {
  taken: readonly AssetRef[];
  givenUp: readonly AssetRef[];
}

type Key = { pk: string; sk: string };

const presenceOf = ({ kind, key }: AssetRef): string => `present:${kind}#${key}`;
const edgeOf = ({ kind, key }: AssetRef): string => `use:${kind}#${key}`;

const putEdge = ({ table }: Store, key: Key, accountId: string, stamp: Stamp): Operation => ({
  Put: { TableName: table, Item: { ...key, accountId, changed: stamp } },
});

const forgetUses = (
  { table }: Store,
  keyFor: (asset: AssetRef) => Key,
  givenUp: readonly AssetRef[],
): Record<string, Operation> =>
  Object.fromEntries(givenUp.map((one) => [edgeOf(one), { Delete: { TableName: table, Key: keyFor(one) } }]));

/** 4 write units per asset taken into use, 2 per one given up. */
const moveUses = (
  store: Store,
  accountId: string,
  keyFor: (asset: AssetRef) => Key,
  { taken, givenUp }: MovedUses,
  stamp: Stamp,
): Record<string, Operation> =>
  Object.fromEntries([
    ...taken.flatMap((one): [string, Operation][] => [
      [presenceOf(one), assetPresent(store, accountId, one)],
      [edgeOf(one), putEdge(store, keyFor(one), accountId, stamp)],
    ]),
    ...Object.entries(forgetUses(store, keyFor, givenUp)),
  ]);

/** The operations by which an asset takes others into use, and gives some up. */
export const moveAssetUses = (store: Store, user: AssetOf, moved: MovedUses, stamp: Stamp) =>
  moveUses(store, user.accountId, (one) => assetUseKey(user, one), moved, stamp);

/** The operations by which an asset gives up all that it uses. */
export const forgetAssetUses = (store: Store, user: AssetOf, givenUp: readonly AssetRef[]) =>
  forgetUses(store, (one) => assetUseKey(user, one), givenUp);

/** The operations by which an account takes assets into use, and gives some up. */
export const moveAccountUses = (store: Store, accountId: string, moved: MovedUses, stamp: Stamp) =>
  moveUses(store, accountId, (one) => accountUseKey(accountId, one), moved, stamp);

/** The operation by which an account takes into use what comes with it: that it is there need not be checked. */
export const useByAccount = (store: Store, asset: AssetOf, stamp: Stamp): Operation =>
  putEdge(store, accountUseKey(asset.accountId, asset), asset.accountId, stamp);

/** Throws `AssetGone` if some of what was to be taken into use is not there, or archived. */
export const refuseGone = (
  refused: Refusals,
  taken: readonly (AssetRef & { pointer: string })[],
  at = '',
): void => {
  const gone = taken.filter((one) => refused.has(presenceOf(one)));
  if (gone.length === 0) return;
  throw new AssetGone(
    gone.map(({ pointer }) => ({ pointer: `${at}${pointer}`, detail: 'is not there any more, or archived' })),
  );
};

/** The agent groups that an asset takes in, and where it says so. */
export const groupReferences = (of: Asset) =>
  groupsOf(of).map((key, index) => ({
    kind: 'agent-group' as const,
    key,
    pointer: `/agentGroups/${index}`,
  }));
