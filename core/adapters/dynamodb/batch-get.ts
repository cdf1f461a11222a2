import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import type { Store } from './store.ts';

const BATCH = 100;
const TRIES = 8;
const FIRST_PAUSE_MILLISECONDS = 20;

/**
 * The items of so many keys, in batches, in no order; what is not there is left out. What DynamoDB hands back unprocessed
 * is tried again. Throws `Busy` when that goes on.
 */
export const batchGet = async (
  { client, table }: Store,
  keys: readonly { pk: string; sk: string }[],
  { consistent }: { consistent: boolean },
): Promise<readonly Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  for (let from = 0; from < keys.length; from += BATCH) {
    let Keys: Record<string, unknown>[] | undefined = keys.slice(from, from + BATCH);
    for (let attempt = 0; Keys !== undefined && Keys.length > 0; attempt += 1) {
      if (attempt === TRIES) throw new Busy();
      if (attempt > 0) await sleep(Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt);
      const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: consistent } } }),
      );
      items.push(...(Responses?.[table] ?? []));
      Keys = UnprocessedKeys?.[table]?.Keys;
    }
  }
  return items;
};
