import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Accounts } from '../../usecases/ports.ts';
import { accountItem, poolItem } from './items/account.ts';
import { accountKey, HEAD, poolKey } from './keys.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export const dynamodbAccounts = (store: Store): Accounts => ({
  /** AP-01 · create an account with its pools · 1 transaction, 2 write units per item. */
  async create(account, pools, stamp) {
    const put = (key: { pk: string; sk: string }, item: object) => ({
      Put: {
        TableName: store.table,
        Item: { ...key, ...item, changed: stamp },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });
    const { accountId } = account;
    await transact(store, {
      head: put(accountKey(accountId), { ...accountItem.parse(account), activeAdministrators: 0 }),
      ...Object.fromEntries(
        pools.map((pool) => [pool.kind, put(poolKey(accountId, pool.kind), poolItem.parse(pool))]),
      ),
    });
  },

  /** AP-02 · an account's head · GetItem, consistent, 1 read unit. */
  async read(accountId) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: accountKey(accountId), ConsistentRead: true }),
    );
    return Item && accountItem.parse(Item);
  },

  /** AP-03 · an account with its pools · Query, consistent, 1 read unit. */
  async readWithPools(accountId) {
    const { Items = [] } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': accountKey(accountId).pk },
        ConsistentRead: true,
      }),
    );
    const head = Items.find((item) => item.sk === HEAD);
    if (head === undefined) return undefined;
    const pools = Items.filter((item) => item !== head).map((item) => poolItem.parse(item));
    return { account: accountItem.parse(head), pools };
  },
});
