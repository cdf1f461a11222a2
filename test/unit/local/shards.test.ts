import {
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '../../../local/streams/shards.ts';

const mock = mockClient(DynamoDBStreamsClient);
const read = (iterator: string | undefined, after: string | null) =>
  readPage(new DynamoDBStreamsClient({ region: 'eu-west-1' }), 'arn', 'shard', iterator, after);
const about = { $metadata: {}, message: 'x' };

beforeEach(() => {
  mock.reset();
  mock.on(GetShardIteratorCommand).resolves({ ShardIterator: 'opened' });
  mock
    .on(GetRecordsCommand, { ShardIterator: 'opened' })
    .resolves({ Records: [{}], NextShardIterator: 'next' });
});

describe('a shard', () => {
  it.each([
    ['its oldest record', null, { ShardIteratorType: 'TRIM_HORIZON' }],
    ['behind its checkpoint', '7', { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: '7' }],
  ])('is read from %s on', async (_, after, expected) => {
    expect(await read(undefined, after)).toEqual({ kind: 'read', records: [{}], next: 'next' });
    expect(mock.commandCalls(GetShardIteratorCommand)[0]?.args[0].input).toEqual({
      StreamArn: 'arn',
      ShardId: 'shard',
      ...expected,
    });
  });

  it('is read on where it was when its iterator has expired', async () => {
    mock.on(GetRecordsCommand, { ShardIterator: 'old' }).rejects(new ExpiredIteratorException(about));
    expect(await read('old', '7')).toMatchObject({ kind: 'read', next: 'next' });
    expect(mock.commandCalls(GetShardIteratorCommand)[0]?.args[0].input).toMatchObject({
      SequenceNumber: '7',
    });
  });

  it.each([
    ['trimmed', 'a checkpoint that is no longer kept', new TrimmedDataAccessException(about)],
    [
      'trimmed',
      'a checkpoint behind its end',
      Object.assign(new Error('Invalid SequenceNumber for the shard'), { name: 'ValidationException' }),
    ],
    ['gone', 'a shard that is no longer kept', new ResourceNotFoundException(about)],
  ])('is %s for %s', async (kind, _, error) => {
    mock.on(GetShardIteratorCommand).rejects(error);
    expect(await read(undefined, '7')).toEqual({ kind });
  });

  it('whose reading fails otherwise says so, and so does an iterator that expires at once', async () => {
    mock.on(GetRecordsCommand).rejects(new ExpiredIteratorException(about));
    await expect(read('old', '7')).rejects.toThrow(ExpiredIteratorException);
    mock.on(GetShardIteratorCommand).rejects(new Error('down'));
    await expect(read(undefined, '7')).rejects.toThrow('down');
  });
});
