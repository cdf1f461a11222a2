import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { IdempotencyKeyReused } from '../../domain/errors.ts';
import type { Clock, Idempotency, Replays, Stamp } from '../../usecases/ports.ts';
import { replayKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

const replayItem = z.object({ requestHash: z.string(), resultId: z.string() });

const KEPT_SECONDS = 24 * 3600;

/** AP-05 · keep what was done under an Idempotency-Key, in the effect's own transaction · 2 write units. */
export const keepReplay = (
  { table }: Store,
  idempotency: Idempotency,
  resultId: string,
  stamp: Stamp,
): Operation => {
  const seconds = Math.floor(Date.parse(stamp.at) / 1000);
  return {
    Put: {
      TableName: table,
      Item: {
        ...replayKey(idempotency),
        requestHash: idempotency.requestHash,
        resultId,
        expiresAtSeconds: seconds + KEPT_SECONDS,
      },
      // TTL deletes late: a record past its time counts as gone.
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAtSeconds <= :now',
      ExpressionAttributeValues: { ':now': seconds },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

/** What the record found under a key stands for. Throws `IdempotencyKeyReused` if that was another request. */
export const replayFrom = (found: unknown, { requestHash }: Idempotency): string => {
  const record = replayItem.parse(found);
  if (record.requestHash !== requestHash) throw new IdempotencyKeyReused();
  return record.resultId;
};

/**
 * What a refused transaction with a `replay` repeats, if anything. Comes before everything else: the replay's own
 * effect is what stands in the way of the rest.
 */
export const replayedBy = (refused: Refusals, idempotency: Idempotency | undefined): string | undefined =>
  idempotency && refused.has('replay') ? replayFrom(refused.get('replay'), idempotency) : undefined;

export const dynamodbReplays = (store: Store, clock: Clock): Replays => ({
  /** AP-06 · what was done under an Idempotency-Key · GetItem, consistent, 1 read unit. */
  async find(idempotency) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: replayKey(idempotency), ConsistentRead: true }),
    );
    if (Item === undefined || Number(Item.expiresAtSeconds) * 1000 <= clock.now().getTime()) return undefined;
    return replayFrom(Item, idempotency);
  },
});
