import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Busy } from '../../domain/errors.ts';
import { userId as userIdShape } from '../../domain/ids.ts';
import type { Users } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { userItem } from './items/user.ts';
import { emailKey, loginKey, userKey } from './keys.ts';
import type { Store } from './store.ts';

const claimItem = z.object({ userId: userIdShape });

const claimantOf = async ({ client, table }: Store, Key: { pk: string; sk: string }) => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item && claimItem.parse(Item).userId;
};

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

  /** AP-12 · who has claimed an email, or a login ID · GetItem, consistent, 1 read unit. */
  findByEmail: (email) => claimantOf(store, emailKey(email)),
  findByLoginId: (loginId) => claimantOf(store, loginKey(loginId)),

  /** AP-132 · which of up to 100 login IDs are taken · BatchGetItem, consistent, 1 read unit each. */
  async takenLoginIds(loginIds) {
    const keys = new Map(loginIds.map((loginId) => [loginKey(loginId).pk, loginId]));
    const { Responses, UnprocessedKeys } = await store.client.send(
      new BatchGetCommand({
        RequestItems: {
          [store.table]: {
            Keys: [...keys.values()].map(loginKey),
            ProjectionExpression: 'pk',
            ConsistentRead: true,
          },
        },
      }),
    );
    // One that was left unread must not pass for one that is free.
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Busy();
    return new Set((Responses?.[store.table] ?? []).flatMap(({ pk }) => keys.get(pk) ?? []));
  },

  /** AP-13 · refuse a user's tokens from before · UpdateItem, 1 write unit. */
  async signOut(userId, at, stamp) {
    await updateIf(store, {
      Key: userKey(userId),
      UpdateExpression: 'SET signedOutAt = :at, changed = :stamp',
      // Of two at once the later counts, whichever arrives first.
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(signedOutAt) OR signedOutAt < :at)',
      ExpressionAttributeValues: { ':at': at, ':stamp': stamp },
    });
  },

  /** AP-15 · a mail to the user came back for good · UpdateItem, 1 write unit. */
  async noteBounce(userId, at, stamp) {
    await updateIf(store, {
      Key: userKey(userId),
      UpdateExpression: 'SET bouncedAt = :at, changed = :stamp',
      // Events come twice, and out of order.
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(bouncedAt) OR bouncedAt < :at)',
      ExpressionAttributeValues: { ':at': at, ':stamp': stamp },
    });
  },
});
