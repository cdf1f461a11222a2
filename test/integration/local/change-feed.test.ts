import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { temporaryDirectory } from './fixture/fixture.ts';
import { byItem, homeOf, keeper, type Seen, soon, upTo, useStreams } from './streams.ts';

const streams = useStreams();

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
    // The local engine tells the minute; AWS, the second.
    const secondsAgo = Date.now() / 1000 - (first?.dynamodb.ApproximateCreationDateTime ?? 0);
    expect(secondsAgo).toBeGreaterThanOrEqual(0);
    expect(secondsAgo).toBeLessThan(90);
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
