import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import type { Store } from './store.ts';

type Write = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

const BATCH = 25;
const TRIES = 8;

/** Writes in batches; what DynamoDB hands back unprocessed is tried again. Throws `Busy` when that goes on. */
export const writeBatches = async ({ client, table }: Store, writes: readonly Write[]): Promise<void> => {
  for (let from = 0; from < writes.length; from += BATCH) {
    let left: Write[] = writes.slice(from, from + BATCH);
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === TRIES) throw new Busy();
      if (attempt > 0) await sleep(Math.random() * 20 * 2 ** attempt);
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
      left = answer.UnprocessedItems?.[table] ?? [];
    }
  }
};
