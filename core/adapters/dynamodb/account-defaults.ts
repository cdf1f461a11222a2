import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { accountReferences, movedReferences } from '../../domain/account-references.ts';
import { accountSettings } from '../../domain/account-settings.ts';
import { ChangedMeanwhile } from '../../domain/errors.ts';
import type { AccountDefaults, Stamp, VersionedSettings } from '../../usecases/ports.ts';
import { moveAccountUses, refuseGone } from './asset-operations.ts';
import { settingsKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

const settingsItem = z.object({ settings: accountSettings, version: z.int().check(z.minimum(1)) });

/** AP-150 · what counts in an account unless a member says otherwise · GetItem, consistent, 1 read unit per 4 KB. */
export const readSettings =
  ({ client, table }: Store): AccountDefaults['read'] =>
  async (accountId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: settingsKey(accountId), ConsistentRead: true }),
    );
    return Item === undefined
      ? { settings: accountSettings.parse({}), version: 0 }
      : settingsItem.parse(Item);
  };

/** The operation that puts settings in the place of those that were read. */
export const putSettings = (
  { table }: Store,
  accountId: string,
  { settings, version }: VersionedSettings,
  stamp: Stamp,
): Operation => ({
  Put: {
    TableName: table,
    Item: {
      ...settingsKey(accountId),
      ...settingsItem.parse({ settings, version: version + 1 }),
      changed: stamp,
    },
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } }),
  },
});

export const dynamodbAccountDefaults = (store: Store): AccountDefaults => ({
  read: readSettings(store),

  /**
   * AP-151 · change them, if nobody has since they were read · 1 transaction, 2 write units per KB; 4 per asset that they
   * name newly, 2 per asset that they do not name any more.
   */
  async change(accountId, before, settings, stamp) {
    const moved = movedReferences(accountReferences(before.settings), accountReferences(settings));
    const refused = await transact(store, {
      settings: putSettings(store, accountId, { settings, version: before.version }, stamp),
      ...moveAccountUses(store, accountId, moved, stamp),
    });
    if (refused.size === 0) return;
    if (refused.has('settings')) throw new ChangedMeanwhile();
    refuseGone(refused, moved.taken);
    throw new ChangedMeanwhile();
  },
});
