import { randomUUID } from 'node:crypto';
import type { Failed } from './deliver.ts';

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

interface Origin {
  readonly functionArn: string;
  readonly streamArn: string;
  readonly shardId: string;
}

/** What Lambda sends about records it gives up: where in the stream they are, and nothing of what is in them. */
export const onFailureMessage = (
  { records, condition, invocations, functionError }: Failed,
  { functionArn, streamArn, shardId }: Origin,
): string => {
  const [first, last] = [records[0], records.at(-1)];
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: invocations,
    },
    ...(invocations > 0 && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: functionError === undefined ? null : 'Unhandled',
      },
    }),
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: time(first?.atMilliseconds ?? 0),
      approximateArrivalOfLastRecord: time(last?.atMilliseconds ?? 0),
      batchSize: records.length,
      streamArn,
    },
  });
};
