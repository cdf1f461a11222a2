import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TABLE } from '../../contract/table.ts';
import { time } from '../../domain/time.ts';
import type { Store } from './store.ts';

/** What the index tells of an item: its key, and when it is due. */
const dueItem = z.object({ pk: z.string(), sk: z.string(), dueAt: time });

/** The items of one partition of by-due that are due by now, oldest first. The index lags. */
export const readDue = async (
  { client, table }: Store,
  partition: string,
  now: string,
  limit: number,
): Promise<readonly z.infer<typeof dueItem>[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: TABLE.indexes.byDue.name,
      KeyConditionExpression: 'duePk = :due AND dueAt <= :now',
      ExpressionAttributeValues: { ':due': partition, ':now': now },
      Limit: limit,
    }),
  );
  return Items.map((item) => dueItem.parse(item));
};
