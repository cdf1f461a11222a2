import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy, ChangedMeanwhile } from '../../domain/errors.ts';
import { apiUserId as apiUserIdShape } from '../../domain/ids.ts';
import type { ApiUserRef, ApiUsers } from '../../usecases/ports.ts';
import { apiUserGuardItem, apiUserItem } from './items/api-user.ts';
import { apiUserGuardKey, apiUserKey, apiUsersPk } from './keys.ts';
import { queryPage } from './query-page.ts';
import { keepReplay, replayedBy } from './replays.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

export const dynamodbApiUsers = (store: Store): ApiUsers => {
  const get = async (Key: { pk: string; sk: string }) => {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
    );
    return Item;
  };
  const read = async (ref: ApiUserRef) => {
    const item = await get(apiUserKey(ref));
    return item && apiUserItem.parse(item);
  };
  const put = (Item: Record<string, unknown>, condition: Partial<Operation['Put']>): Operation => ({
    Put: { TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(pk)', ...condition },
  });

  return {
    /** AP-70 · create an API user, with what leads to it by its id alone · 1 transaction, 4 write units (2 more with an Idempotency-Key). */
    async create(user, stamp, idempotency) {
      const { accountId, apiUserId } = user;
      const refused = await transact(store, {
        user: put({ ...apiUserKey(user), ...apiUserItem.parse(user), changed: stamp }, {}),
        guard: put({ ...apiUserGuardKey(apiUserId), accountId }, {}),
        replay: idempotency && keepReplay(store, idempotency, apiUserId, stamp),
      });
      if (refused.size === 0) return {};
      const replayOf = replayedBy(refused, idempotency);
      if (replayOf !== undefined) return { replayOf };
      // Nothing was written, and nobody is to blame but an API user of the same id.
      throw new Busy();
    },

    /** AP-71 · an API user of an account · GetItem, consistent, 1 read unit per 4 KB. */
    read,

    /** AP-72 · an API user, whichever account it belongs to · 2 GetItem, consistent, 2 read units. */
    async find(apiUserId) {
      const guard = await get(apiUserGuardKey(apiUserId));
      return guard && read({ apiUserId, ...apiUserGuardItem.parse(guard) });
    },

    /** AP-73 · the API users of an account, newest first · Query, half a read unit per 4 KB. */
    list: (accountId, page) =>
      queryPage(store, page, {
        accountId,
        name: 'api-users/',
        partition: apiUsersPk(accountId),
        sortKey: apiUserIdShape,
        sortKeyOf: ({ apiUserId }) => apiUserId,
        parse: (item) => apiUserItem.parse(item),
        descending: true,
      }),

    /**
     * AP-74 · change an API user that nobody has changed since · 1 transaction, 2 write units per KB (2 more with an
     * Idempotency-Key). A transaction even where it is one write: sent again by the SDK, it is recognised as the same.
     */
    async change(user, stamp, idempotency) {
      const refused = await transact(store, {
        user: put(
          { ...apiUserKey(user), ...apiUserItem.parse(user), changed: stamp },
          {
            ConditionExpression: 'version = :before',
            ExpressionAttributeValues: { ':before': user.version - 1 },
          },
        ),
        replay: idempotency && keepReplay(store, idempotency, user.apiUserId, stamp),
      });
      if (refused.size === 0) return {};
      const replayOf = replayedBy(refused, idempotency);
      if (replayOf !== undefined) return { replayOf };
      throw new ChangedMeanwhile();
    },

    /** AP-75 · remove an API user of this account, and what leads to it · 1 transaction, 4 write units. */
    async remove(ref) {
      // Refused only when it is gone already, or another account's: either way there is nothing to do.
      await transact(store, {
        guard: {
          Delete: {
            TableName: store.table,
            Key: apiUserGuardKey(ref.apiUserId),
            ConditionExpression: 'accountId = :account',
            ExpressionAttributeValues: { ':account': ref.accountId },
          },
        },
        user: { Delete: { TableName: store.table, Key: apiUserKey(ref) } },
      });
    },
  };
};
