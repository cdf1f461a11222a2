import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod/mini';
import { readStreamRecord, type StreamRecord } from '../../core/adapters/dynamodb/stream-record.ts';
import { describeError, log } from '../../core/adapters/log.ts';
import { TRANSIENT_ERRORS } from '../../core/contract/workflow.ts';
import { cleanError } from '../clean-errors.ts';

/** What must be known of a record to say that it failed, even of one that cannot be read. */
const streamEvent = z.object({
  Records: z.array(
    z.looseObject({
      dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() }),
    }),
  ),
});

/** Pauses before a change is tried again within one call, for what passes by itself. */
const PAUSES_MILLISECONDS: readonly number[] = [100, 400, 1600];

const isTransient = ({ name }: Error): boolean => TRANSIENT_ERRORS.some((transient) => transient === name);

/** Two that collided would collide again after the same pause. */
const between = (longest: number): number => longest / 2 + Math.random() * (longest / 2);

const followOne = async (
  follow: (change: StreamRecord) => Promise<void>,
  record: unknown,
  pauses: readonly number[],
): Promise<void> => {
  const change = readStreamRecord(record);
  for (const pause of pauses) {
    try {
      return await follow(change);
    } catch (error) {
      if (!isTransient(cleanError(error))) throw error;
      await sleep(between(pause));
    }
  }
  return follow(change);
};

/**
 * The handler of a stream's event: follows the changes in their order, up to the first that fails. It and all after it
 * come again, so an item's changes never overtake each other.
 *
 * Answering where it failed keeps what was done before. When that is nothing, it throws instead: Lambda then halves the
 * batch, again and again, until the change that fails is alone and can be set aside without its neighbours.
 */
export const changeFeed =
  (consume: (change: StreamRecord) => Promise<void>, pauses: readonly number[] = PAUSES_MILLISECONDS) =>
  async (
    event: unknown,
    { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>,
  ): Promise<DynamoDBBatchResponse> => {
    const { Records } = streamEvent.parse(event);
    const started = Date.now();
    const oldest = Math.min(...Records.map(({ dynamodb }) => dynamodb.ApproximateCreationDateTime));
    let followed = 0;
    try {
      for (const record of Records) {
        await followOne(consume, record, pauses);
        followed += 1;
      }
      return { batchItemFailures: [] };
    } catch (error) {
      const failure = cleanError(error);
      const sequenceNumber = Records[followed]?.dynamodb.SequenceNumber ?? '';
      log('CHANGE_FAILED', { sequenceNumber, reason: failure.name, requestId, ...describeError(error) });
      if (followed === 0) throw failure;
      return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
    } finally {
      log('CHANGES_FOLLOWED', {
        records: followed,
        lagMilliseconds: started - oldest * 1000,
        milliseconds: Date.now() - started,
        requestId,
      });
    }
  };
