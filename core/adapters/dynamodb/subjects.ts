import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import { isApiUserId } from '../../domain/ids.ts';
import type { Subjects } from '../../usecases/ports.ts';
import { apiUserKey, memberKey } from './keys.ts';
import type { Store } from './store.ts';

/** DynamoDB's limit for a batch of reads. */
const BATCH = 100;

export const dynamodbSubjects = ({ client, table }: Store): Subjects => ({
  /** AP-28 · who of these is not of the account · BatchGetItem of keys, consistent, 1 read unit each. */
  async strangers(accountId, ids) {
    const keys = new Map(
      ids.map((id) => {
        const key = isApiUserId(id)
          ? apiUserKey({ accountId, apiUserId: id })
          : memberKey({ accountId, userId: id });
        return [`${key.pk} ${key.sk}`, { id, key }] as const;
      }),
    );
    const found = new Set<string>();
    const all = [...keys.values()];
    for (let from = 0; from < all.length; from += BATCH) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({
          RequestItems: {
            [table]: {
              Keys: all.slice(from, from + BATCH).map(({ key }) => key),
              ConsistentRead: true,
              ProjectionExpression: 'pk, sk',
            },
          },
        }),
      );
      if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Busy();
      for (const { pk, sk } of Responses?.[table] ?? []) found.add(`${pk} ${sk}`);
    }
    return [...keys].filter(([name]) => !found.has(name)).map(([, { id }]) => id);
  },
});
