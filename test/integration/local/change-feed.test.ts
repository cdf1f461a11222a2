import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { temporaryDirectory } from './fixture/fixture.ts';
import { homeOf, keeper, type Seen, said, useStreams } from './streams.ts';

const streams = useStreams();
const soon = { timeout: 10_000, interval: 20 };

/** The numbers each item was given, in the order in which they were told. */
const byItem = (told: readonly string[]): Record<string, number[]> => {
  const items: Record<string, number[]> = {};
  for (const line of told) {
    const [key = '', n] = line.split(' ');
    items[key] = [...(items[key] ?? []), Number(n)];
  }
  return items;
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the change feed', () => {
  it('tells a function what Lambda would: keys, the item before and after, and when', async () => {
    const { name, put } = await streams.makeTable();
    const seen: Seen[] = [];
    streams.follow(homeOf(name), (records) => void seen.push(...records));
    await put('p', 'a', 1);
    await put('p', 'a', 2);
    await streams.client().send(
      new PutItemCommand({
        TableName: name,
        Item: { pk: { S: 'p' }, sk: { S: 'bytes' }, b: { B: Buffer.from('byte') } },
      }),
    );
    await streams
      .client()
      .send(new DeleteItemCommand({ TableName: name, Key: { pk: { S: 'p' }, sk: { S: 'a' } } }));
    await vi.waitFor(() => expect(seen).toHaveLength(4), soon);
    const [first, second, bytes, last] = seen;
    const keys = { pk: { S: 'p' }, sk: { S: 'a' } };
    expect(first).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-west-1',
      eventSourceARN: `arn:aws:dynamodb:eu-west-1:000000000000:table/${name}/stream/local`,
      dynamodb: { Keys: keys, NewImage: { ...keys, n: { N: '1' } }, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    expect(first?.dynamodb.OldImage).toBeUndefined();
    expect(Math.abs(Date.now() / 1000 - (first?.dynamodb.ApproximateCreationDateTime ?? 0))).toBeLessThan(30);
    expect(second).toMatchObject({
      eventName: 'MODIFY',
      dynamodb: { OldImage: { n: { N: '1' } }, NewImage: { n: { N: '2' } } },
    });
    expect(bytes?.dynamodb.NewImage?.b).toEqual({ B: 'Ynl0ZQ==' });
    expect(last).toMatchObject({ eventName: 'REMOVE', dynamodb: { OldImage: { n: { N: '2' } } } });
    expect(last?.dynamodb.NewImage).toBeUndefined();
  });

  it('keeps the order of each item, and each change once, however many write at the same time', async () => {
    const { name, put } = await streams.makeTable();
    const { kept, handle } = keeper();
    streams.follow(homeOf(name, { BatchSize: 7 }), handle);
    const items = upTo(12);
    await Promise.all(
      items.map(async (item) => {
        for (const n of upTo(10)) await put(`p${item % 3}`, `i${item}`, n);
      }),
    );
    await vi.waitFor(() => expect(kept).toHaveLength(120), soon);
    for (const numbers of Object.values(byItem(kept))) expect(numbers).toEqual(upTo(10));
  });

  it('calls for no change that the filters leave out', async () => {
    const { name, put } = await streams.makeTable();
    const { kept, handle } = keeper();
    const filter = { dynamodb: { Keys: { sk: { S: [{ prefix: 'POOL#' }] } } } };
    const mapping = { FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] } };
    streams.follow(homeOf(name, mapping), handle);
    for (const n of upTo(5)) await put('p', n % 2 === 0 ? `POOL#${n}` : `SEAT#${n}`, n);
    await vi.waitFor(() => expect(kept).toEqual(['p#POOL#0 0', 'p#POOL#2 2', 'p#POOL#4 4']), soon);
  });

  it.each(['stop', 'kill'] as const)('loses and doubles nothing over a %s between two calls', async (how) => {
    const { name, put } = await streams.makeTable();
    const databasePath = join(temporaryDirectory(), 'feed.sqlite');
    const { kept, handle } = keeper();
    const first = streams.follow(homeOf(name), handle, { databasePath });
    for (const n of upTo(5)) await put('p', 'a', n);
    await vi.waitFor(() => expect(kept).toHaveLength(5), soon);
    // What was told is written down a moment after the function has answered.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await first[how]();
    for (const n of [5, 6, 7]) await put('p', 'a', n);
    streams.follow(homeOf(name), handle, { databasePath });
    await put('p', 'a', 8);
    await vi.waitFor(() => expect(kept.length).toBeGreaterThanOrEqual(9), soon);
    expect(byItem(kept)).toEqual({ 'p#a': upTo(9) });
  });

  it('waits for the call under way when it stops, and begins no other', async () => {
    const { name, put } = await streams.makeTable();
    const databasePath = join(temporaryDirectory(), 'feed.sqlite');
    for (const n of upTo(6)) await put('p', 'a', n);
    const { kept, handle } = keeper(150);
    const calling = Promise.withResolvers<void>();
    const first = streams.follow(
      homeOf(name, { BatchSize: 2 }),
      (records) => {
        calling.resolve();
        return handle(records);
      },
      { databasePath },
    );
    await calling.promise;
    await first.stop();
    expect(byItem(kept)).toEqual({ 'p#a': [0, 1] });
    streams.follow(homeOf(name), handle, { databasePath });
    await vi.waitFor(() => expect(byItem(kept)).toEqual({ 'p#a': upTo(6) }), soon);
  });

  it('tells what was under way at a kill again, and all that followed', async () => {
    const { name, put } = await streams.makeTable();
    const databasePath = join(temporaryDirectory(), 'feed.sqlite');
    for (const n of upTo(4)) await put('p', 'a', n);
    const calling = Promise.withResolvers<void>();
    const first = streams.follow(
      homeOf(name, { BatchSize: 2 }),
      () => {
        calling.resolve();
        return new Promise((resolve) => setTimeout(resolve, 100));
      },
      { databasePath },
    );
    await calling.promise;
    first.kill();
    const { kept, handle } = keeper();
    streams.follow(homeOf(name), handle, { databasePath });
    await vi.waitFor(() => expect(byItem(kept)).toEqual({ 'p#a': upTo(4) }), soon);
  });
});

describe('a change that fails for good', () => {
  const isPoison = (record: Seen): boolean => said(record).endsWith(' 13');

  it('is retried, set aside alone, and what follows it goes on in its order', async () => {
    const { name, put } = await streams.makeTable();
    for (const n of [11, 12, 13, 14, 15]) await put('p', 'a', n);
    const told: string[] = [];
    const lines: string[] = [];
    const feed = streams.follow(
      homeOf(name),
      (records) => {
        told.push(...records.map(said));
        if (records.some(isPoison)) throw new TypeError('poison');
      },
      { log: (line) => lines.push(line) },
    );
    await vi.waitFor(() => expect(told.at(-1)).toBe('p#a 15'), soon);
    // Five, then halves: the poison in a batch with others three times, and alone twice.
    const alone = told.filter((line) => line === 'p#a 13').length;
    expect(alone).toBeGreaterThanOrEqual(3);
    expect(told.filter((line) => line === 'p#a 15').length).toBeLessThan(alone);
    expect(lines).toEqual([
      expect.stringMatching(
        /^Feed: change \d+ could not be followed and is set aside: RetryAttemptsExhausted$/,
      ),
    ]);
    const [message, ...more] = feed.setAside();
    expect(more).toEqual([]);
    expect(message?.queue).toBe('aside');
    expect(message?.body).not.toContain('"13"');
    const { DDBStreamBatchInfo: where, ...about } = JSON.parse(message?.body ?? '');
    expect(about).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      responseContext: { statusCode: 200, functionError: 'Unhandled' },
      version: '1.0',
    });
    expect(where).toMatchObject({ batchSize: 1, shardId: expect.stringMatching(/^shardId-/) });
    expect(where.startSequenceNumber).toBe(where.endSequenceNumber);
  });

  it('that the function reports is the first of the next batch: nothing before it is told again', async () => {
    const { name, put } = await streams.makeTable();
    for (const n of [11, 12, 13, 14]) await put('p', 'a', n);
    let failures = 0;
    const told: string[] = [];
    const feed = streams.follow(homeOf(name), (records) => {
      const poison = failures === 0 ? records.find(isPoison) : undefined;
      const done = poison === undefined ? records : records.slice(0, records.indexOf(poison));
      told.push(...done.map(said));
      if (poison === undefined) return { batchItemFailures: [] };
      failures += 1;
      return { batchItemFailures: [{ itemIdentifier: poison.dynamodb.SequenceNumber }] };
    });
    await vi.waitFor(() => expect(byItem(told)).toEqual({ 'p#a': [11, 12, 13, 14] }), soon);
    expect(failures).toBe(1);
    expect(feed.setAside()).toEqual([]);
  });

  it('is set aside once, though the cloud stops and starts', async () => {
    const { name, put } = await streams.makeTable();
    const databasePath = join(temporaryDirectory(), 'feed.sqlite');
    await put('p', 'a', 13);
    const fail = () => Promise.reject(new Error('poison'));
    const first = streams.follow(homeOf(name), fail, { databasePath });
    await vi.waitFor(() => expect(first.setAside()).toHaveLength(1), soon);
    await first.stop();
    const { kept, handle } = keeper();
    const second = streams.follow(homeOf(name), handle, { databasePath });
    await put('p', 'a', 14);
    await vi.waitFor(() => expect(kept).toEqual(['p#a 14']), soon);
    expect(second.setAside()).toHaveLength(1);
  });

  it('that is older than the mapping allows is set aside without a call', async () => {
    const { name, put } = await streams.makeTable();
    await put('p', 'a', 13);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const handle = vi.fn();
    const feed = streams.follow(homeOf(name, { MaximumRecordAgeInSeconds: 1 }), handle);
    await vi.waitFor(() => expect(feed.setAside()).toHaveLength(1), soon);
    expect(JSON.parse(feed.setAside()[0]?.body ?? '').requestContext).toMatchObject({
      condition: 'MaximumRecordAgeExceeded',
      approximateInvokeCount: 0,
    });
    expect(handle).not.toHaveBeenCalled();
  });
});

it.each([
  [
    'an unknown filter',
    { FilterCriteria: { Filters: [{ Pattern: '{"a":[{"numeric":[">",1]}]}' }] } },
    /numeric/,
  ],
  ['another starting position', { StartingPosition: 'LATEST' }, /StartingPosition/],
  ['an unknown property', { TumblingWindowInSeconds: 60 }, /TumblingWindowInSeconds/],
  ['another stream', { EventSourceArn: 'arn:aws:kinesis:eu-west-1:0:stream/x' }, /is not hosted/],
  ['a function that is not there', { FunctionName: 'nobody' }, /nobody/],
])('a mapping with %s stops the start', (_, mapping, message) => {
  expect(() => streams.follow(homeOf('table', mapping), () => {})).toThrow(message);
});
