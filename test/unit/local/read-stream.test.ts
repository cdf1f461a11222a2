import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Mapping } from '../../../local/streams/mapping.ts';
import { readStream } from '../../../local/streams/read-stream.ts';
import { openFeedStore } from '../../../local/streams/store.ts';

const mock = mockClient(DynamoDBStreamsClient);

const MAPPING: Mapping = {
  id: 'Feed',
  functionArn: 'follow',
  tableName: 'table',
  streamArn: 'stream',
  batchSize: 100,
  wants: () => true,
  queue: undefined,
  rules: {
    reportsFailures: true,
    bisects: true,
    maximumRetries: 0,
    maximumAgeMilliseconds: Number.POSITIVE_INFINITY,
    firstPauseMilliseconds: 1,
  },
};

/** Follows until told to end; gives the sequence numbers that the function got. */
const follow = (store = openFeedStore('memory')) => {
  const told: string[] = [];
  const lines: string[] = [];
  const end = new AbortController();
  const ended = readStream(MAPPING, {
    client: new DynamoDBStreamsClient({ region: 'eu-west-1' }),
    engineArn: 'engine',
    region: 'eu-west-1',
    store,
    run: async (_, event) => {
      const { Records } = JSON.parse(event) as { Records: { dynamodb: { SequenceNumber: string } }[] };
      told.push(...Records.map(({ dynamodb }) => dynamodb.SequenceNumber));
      return { ok: true, payload: 'null' };
    },
    log: (line) => lines.push(line),
    ending: end.signal,
  });
  onTestFinished(async () => {
    end.abort();
    await ended;
  });
  return { told, lines, store };
};

const record = (sequenceNumber: string) => ({
  eventName: 'INSERT' as const,
  dynamodb: { SequenceNumber: sequenceNumber, ApproximateCreationDateTime: new Date() },
});
/** A shard of pages; a closed one has none after the last. */
const shard = (ShardId: string, pages: string[][], isClosed: boolean): void => {
  const iterator = (page: number) => `${ShardId} ${page}`;
  mock.on(GetShardIteratorCommand, { ShardId }).resolves({ ShardIterator: iterator(0) });
  for (const [index, numbers] of pages.entries()) {
    const isLast = index === pages.length - 1;
    mock.on(GetRecordsCommand, { ShardIterator: iterator(index) }).resolves({
      Records: numbers.map(record),
      ...(!(isLast && isClosed) && { NextShardIterator: iterator(index + 1) }),
    });
  }
  mock
    .on(GetRecordsCommand, { ShardIterator: iterator(pages.length) })
    .resolves({ Records: [], NextShardIterator: iterator(pages.length) });
};
const shards = (...list: { ShardId: string; ParentShardId?: string }[]) =>
  mock.on(DescribeStreamCommand).resolves({ StreamDescription: { Shards: list } });

beforeEach(() => {
  mock.reset();
});

it('reads a shard when its parent has been read to the end, whatever the order they are listed in', async () => {
  shards(
    { ShardId: 'grandchild', ParentShardId: 'child' },
    { ShardId: 'child', ParentShardId: 'parent' },
    { ShardId: 'parent', ParentShardId: 'forgotten' },
  );
  shard('parent', [['1'], ['2', '3']], true);
  shard('child', [['4']], true);
  shard('grandchild', [['5']], false);
  const { told, lines } = follow();
  await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(5));
  expect(told).toEqual(['1', '2', '3', '4', '5']);
  expect(lines).toEqual([]);
});

it('finds the shards on all pages of the description', async () => {
  mock
    .on(DescribeStreamCommand)
    .resolves({ StreamDescription: { Shards: [{ ShardId: 'first' }], LastEvaluatedShardId: 'first' } })
    .on(DescribeStreamCommand, { ExclusiveStartShardId: 'first' })
    .resolves({ StreamDescription: { Shards: [{ ShardId: 'second' }] } });
  shard('first', [['1']], true);
  shard('second', [['2']], false);
  const { told } = follow();
  await vi.waitFor(() => expect(told.toSorted()).toEqual(['1', '2']));
});

it('begins again with the oldest there is when its checkpoint has been trimmed', async () => {
  shards({ ShardId: 'shard' });
  shard('shard', [['8', '9']], false);
  mock
    .on(GetShardIteratorCommand, { ShardId: 'shard', SequenceNumber: '3' })
    .rejects(new TrimmedDataAccessException({ $metadata: {}, message: 'x' }));
  const store = openFeedStore('memory');
  store.advance('Feed', 'shard', '3');
  const { told } = follow(store);
  await vi.waitFor(() => expect(told).toEqual(['8', '9']));
  expect(store.find('Feed', 'shard').sequenceNumber).toBe('9');
});

it('goes on by itself after the engine could not be reached, and says so once', async () => {
  shards({ ShardId: 'shard' });
  shard('shard', [['1']], false);
  mock
    .on(DescribeStreamCommand)
    .rejectsOnce(new Error('down'))
    .resolves({
      StreamDescription: { Shards: [{ ShardId: 'shard' }] },
    });
  const { told, lines } = follow();
  await vi.waitFor(() => expect(told).toEqual(['1']), { timeout: 5_000 });
  expect(lines).toEqual(['Feed: the stream cannot be read: Error: down']);
});
