import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { extraProfile } from '../../domain/extra-profile.ts';
import { userId as userIdShape } from '../../domain/ids.ts';
import type { ExtraProfiles } from '../../usecases/ports.ts';
import { extraProfileKey } from './keys.ts';
import type { Store } from './store.ts';

const extraProfileItem = z.object({ userId: userIdShape, answers: extraProfile });

export const dynamodbExtraProfiles = ({ client, table }: Store): ExtraProfiles => ({
  /** AP-170 · what a person has answered about themselves · GetItem, consistent, 1 read unit. */
  async read(userId) {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: extraProfileKey(userId), ConsistentRead: true }),
    );
    return Item && extraProfileItem.parse(Item).answers;
  },

  /** AP-171 · keep what a person answers, instead of what they answered before · PutItem, 1 write unit. */
  async keep(userId, answers, stamp) {
    const Item = {
      ...extraProfileKey(userId),
      ...extraProfileItem.parse({ userId, answers }),
      changed: stamp,
    };
    await client.send(new PutCommand({ TableName: table, Item }));
  },
});
