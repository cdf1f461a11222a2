import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type AccessList, LISTED_KINDS } from '../../domain/access-list.ts';
import { ChangedMeanwhile } from '../../domain/errors.ts';
import type { AccessLists, Stamp } from '../../usecases/ports.ts';
import { accessListItem } from './items/access-list.ts';
import { accessListKey, accessListsPk } from './keys.ts';
import { queryPage } from './query-page.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

/** DynamoDB's limit for a sort key. */
const MOST_BYTES = 1024;

/** The shape of a sort key: a kind and a key. */
const place = z.string().check(
  z.refine((text) => LISTED_KINDS.some((kind) => text.startsWith(`${kind}#`))),
  z.refine((text) => Buffer.byteLength(text) <= MOST_BYTES),
);

/** The operation that writes an access list which nobody has changed since. */
export const putAccessList = ({ table }: Store, list: AccessList, stamp: Stamp): Operation => {
  const before = list.version - 1;
  return {
    Put: {
      TableName: table,
      Item: { ...accessListKey(list), ...accessListItem.parse(list), changed: stamp },
      ...(before === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before } }),
    },
  };
};

export const dynamodbAccessLists = (store: Store): AccessLists => ({
  /** AP-90 · who has access to one queue, IVR or email template · GetItem, consistent, 1 read unit per 4 KB. */
  async read({ accountId, kind, key }) {
    const { Item } = await store.client.send(
      new GetCommand({
        TableName: store.table,
        Key: accessListKey({ accountId, kind, key }),
        ConsistentRead: true,
      }),
    );
    return Item ? accessListItem.parse(Item) : { accountId, kind, key, subjects: [], version: 0 };
  },

  /** AP-91 · the access lists of an account, by kind and key · Query, half a read unit per 4 KB. */
  list: (accountId, page) =>
    queryPage(store, page, {
      accountId,
      name: 'access-lists/',
      partition: accessListsPk(accountId),
      sortKey: place,
      sortKeyOf: (list) => accessListKey(list).sk,
      parse: (item) => accessListItem.parse(item),
    }),

  /**
   * AP-92 · write an access list that nobody has changed since · 1 transaction, 2 write units per KB. A transaction
   * for one write: sent again by the SDK, it is recognised as the same.
   */
  async write(list, stamp) {
    const refused = await transact(store, { list: putAccessList(store, list, stamp) });
    if (refused.size > 0) throw new ChangedMeanwhile();
  },
});
