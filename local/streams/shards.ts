import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  type GetRecordsOutput,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';

export interface Shard {
  readonly shardId: string;
  readonly parentId: string | undefined;
}

/** All shards that the stream still has. */
export const listShards = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
): Promise<readonly Shard[]> => {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(from && { ExclusiveStartShardId: from }) }),
    );
    for (const { ShardId = '', ParentShardId } of StreamDescription?.Shards ?? []) {
      shards.push({ shardId: ShardId, parentId: ParentShardId });
    }
    from = StreamDescription?.LastEvaluatedShardId;
  } while (from !== undefined);
  return shards;
};

export type Page =
  | {
      readonly kind: 'read';
      readonly records: NonNullable<GetRecordsOutput['Records']>;
      readonly next?: string;
    }
  /** The checkpoint itself is no longer kept, so all that is kept is new. */
  | { readonly kind: 'trimmed' }
  /** The shard itself is no longer kept. */
  | { readonly kind: 'gone' };

const askForPage = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  iterator: string | undefined,
  after: string | null,
): Promise<Page> => {
  const open = async (): Promise<string | undefined> => {
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shardId,
        ...(after === null
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
      }),
    );
    return ShardIterator;
  };
  const { Records = [], NextShardIterator } = await client.send(
    new GetRecordsCommand({ ShardIterator: iterator ?? (await open()), Limit: 1000 }),
  );
  return { kind: 'read', records: Records, ...(NextShardIterator && { next: NextShardIterator }) };
};

/**
 * After a day without a start the local engine has forgotten all records, and counts anew: a shard then ends before
 * what was read of it.
 */
const isBeyondItsEnd = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'ValidationException' &&
  error.message.startsWith('Invalid SequenceNumber');

/** Reads on behind a checkpoint: by the iterator of the page before, as long as that lasts (15 minutes). */
export const readPage = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  iterator: string | undefined,
  after: string | null,
): Promise<Page> => {
  try {
    return await askForPage(client, streamArn, shardId, iterator, after);
  } catch (error) {
    if (error instanceof ExpiredIteratorException && iterator !== undefined) {
      return readPage(client, streamArn, shardId, undefined, after);
    }
    if (error instanceof TrimmedDataAccessException || isBeyondItsEnd(error)) return { kind: 'trimmed' };
    if (error instanceof ResourceNotFoundException) return { kind: 'gone' };
    throw error;
  }
};
