import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryDirectory } from './fixture/fixture.ts';
import { byItem, homeOf, keeper, type Seen, said, soon, useStreams } from './streams.ts';

const streams = useStreams();

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
