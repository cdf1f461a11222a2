import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Users } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { userItem } from './items/user.ts';
import { userKey } from './keys.ts';
import type { Store } from './store.ts';

export const dynamodbUsers = (store: Store): Users => ({
  /** AP-10 · a user · GetItem, consistent, 1 read unit. */
  async read(userId) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: userKey(userId), ConsistentRead: true }),
    );
    return Item && userItem.parse(Item);
  },

  /** AP-11 · mark the first sign-in, once · UpdateItem, 1 write unit. */
  async accept(userId, at, stamp) {
    await updateIf(store, {
      Key: userKey(userId),
      UpdateExpression: 'SET acceptedAt = :at, changed = :stamp',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(acceptedAt)',
      ExpressionAttributeValues: { ':at': at, ':stamp': stamp },
    });
  },
});
