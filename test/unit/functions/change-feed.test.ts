import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamRecord } from '../../../core/adapters/dynamodb/stream-record.ts';
import { Busy } from '../../../core/domain/errors.ts';
import { changeFeed } from '../../../functions/changes/change-feed.ts';
import { toEach } from '../../../functions/changes/consumer.ts';

const NOW = Date.parse('2026-03-01T12:00:10Z');
/** Nothing to wait for in a test. */
const PAUSES = [0, 0, 0];

const record = (sequenceNumber: string, secondsAgo = 10) => ({
  eventName: 'MODIFY',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    ApproximateCreationDateTime: NOW / 1000 - secondsAgo,
    Keys: { pk: { S: 'ACCOUNT#a' }, sk: { S: 'POOL#lmp' } },
    OldImage: { pk: { S: 'ACCOUNT#a' }, sk: { S: 'POOL#lmp' }, waiting: { N: '1' } },
    NewImage: {
      pk: { S: 'ACCOUNT#a' },
      sk: { S: 'POOL#lmp' },
      waiting: { N: '2' },
      email: { S: 'ana@example.com' },
      more: { M: { list: { L: [{ BOOL: true }, { NULL: true }] } } },
    },
    SequenceNumber: sequenceNumber,
  },
});
const event = (...numbers: string[]) => ({ Records: numbers.map((number) => record(number)) });
const context = { awsRequestId: 'request-1' };

/** A function that fails for some records, so often; and what it has followed, in order. */
const follower = (failures: Record<string, { error: Error; times?: number }> = {}) => {
  const calls: string[] = [];
  const left = new Map(Object.entries(failures).map(([number, { times = Infinity }]) => [number, times]));
  const handler = changeFeed(async ({ sequenceNumber }) => {
    calls.push(sequenceNumber);
    const times = left.get(sequenceNumber) ?? 0;
    left.set(sequenceNumber, times - 1);
    if (times > 0) throw failures[sequenceNumber]?.error;
  }, PAUSES);
  return { calls, handler };
};

const logged = vi.fn();
const lines = (code: string) => logged.mock.calls.map(([line]) => line).filter((line) => line.code === code);

beforeEach(() => {
  logged.mockReset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.spyOn(console, 'info').mockImplementation(logged);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('following changes', () => {
  it('gives each change in its order, unmarshalled, with when it was', async () => {
    const seen: StreamRecord[] = [];
    const handler = changeFeed(async (change) => void seen.push(change));
    expect(await handler(event('1', '2'), context)).toEqual({ batchItemFailures: [] });
    expect(seen.map(({ sequenceNumber }) => sequenceNumber)).toEqual(['1', '2']);
    expect(seen[0]).toEqual({
      eventName: 'MODIFY',
      sequenceNumber: '1',
      at: '2026-03-01T12:00:00.000Z',
      before: { pk: 'ACCOUNT#a', sk: 'POOL#lmp', waiting: 1 },
      after: {
        pk: 'ACCOUNT#a',
        sk: 'POOL#lmp',
        waiting: 2,
        email: 'ana@example.com',
        more: { list: [true, null] },
      },
    });
  });

  it('goes on only when a change is followed', async () => {
    const order: string[] = [];
    const handler = changeFeed(async ({ sequenceNumber }) => {
      order.push(`${sequenceNumber} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`${sequenceNumber} ends`);
    });
    await handler(event('1', '2'), context);
    expect(order).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
  });

  it('tells how many it followed, how late the oldest was, and nothing of what is in them', async () => {
    const { handler } = follower();
    await handler({ Records: [record('1', 7), record('2', 20)] }, context);
    expect(lines('CHANGES_FOLLOWED')).toEqual([
      {
        code: 'CHANGES_FOLLOWED',
        records: 2,
        lagMilliseconds: 20_000,
        milliseconds: expect.any(Number),
        requestId: 'request-1',
      },
    ]);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('ana@example.com');
  });
});

describe('a change that fails', () => {
  it('is answered by its number, and what comes after it waits', async () => {
    const { calls, handler } = follower({ 3: { error: new TypeError('ana@example.com') } });
    expect(await handler(event('1', '2', '3', '4'), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: '3' }],
    });
    expect(calls).toEqual(['1', '2', '3']);
    expect(lines('CHANGE_FAILED')).toMatchObject([
      { sequenceNumber: '3', reason: 'interrupted', errorName: 'TypeError', requestId: 'request-1' },
    ]);
    expect(lines('CHANGES_FOLLOWED')).toMatchObject([{ records: 2 }]);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('ana@example.com');
  });

  it('first of all is thrown, under a clean name, so that Lambda halves the batch until it is alone', async () => {
    const { calls, handler } = follower({ 1: { error: new TypeError('ana@example.com') } });
    const failing = handler(event('1', '2'), context);
    await expect(failing).rejects.toMatchObject({
      name: 'interrupted',
      message: expect.not.stringContaining('ana@example.com'),
    });
    expect(calls).toEqual(['1']);
  });

  it.each([
    ['busy', new Busy()],
    ['throttled', Object.assign(new Error('x'), { name: 'ThrottlingException', $metadata: {} })],
  ])('because something is %s is tried again at once, a few times', async (_, error) => {
    const passing = follower({ 2: { error, times: 3 } });
    expect(await passing.handler(event('1', '2', '3'), context)).toEqual({ batchItemFailures: [] });
    expect(passing.calls).toEqual(['1', '2', '2', '2', '2', '3']);

    const lasting = follower({ 2: { error } });
    expect(await lasting.handler(event('1', '2', '3'), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }],
    });
    expect(lasting.calls).toEqual(['1', '2', '2', '2', '2']);
  });

  it('for good is not tried again within the call', async () => {
    const { calls, handler } = follower({ 2: { error: new Error('bug') } });
    await handler(event('1', '2'), context);
    expect(calls).toEqual(['1', '2']);
  });

  it('because it cannot be read is one that fails, and nobody is given it', async () => {
    const { calls, handler } = follower();
    const broken = record('2');
    const unreadable = { ...broken, dynamodb: { ...broken.dynamodb, NewImage: { pk: { X: 'unknown' } } } };
    const answer = await handler({ Records: [record('1'), unreadable, record('3')] }, context);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(calls).toEqual(['1']);
  });
});

describe('consumers', () => {
  const change: StreamRecord = { eventName: 'INSERT', sequenceNumber: '1', at: '2026-03-01T12:00:00.000Z' };

  it('get what they want, one after the other; when one fails, those after it wait for the next try', async () => {
    const told: string[] = [];
    const consumer = (name: string, wants: boolean, fails = false) => ({
      name,
      wants: () => wants,
      consume: async () => {
        told.push(name);
        if (fails) throw new Error(name);
      },
    });
    await toEach([consumer('a', true), consumer('b', false), consumer('c', true)])(change);
    expect(told).toEqual(['a', 'c']);
    await expect(toEach([consumer('d', true, true), consumer('e', true)])(change)).rejects.toThrow('d');
    expect(told).toEqual(['a', 'c', 'd']);
  });
});
