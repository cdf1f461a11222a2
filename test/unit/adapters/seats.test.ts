import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poolKey, sectionKey } from '../../../core/adapters/dynamodb/keys.ts';
import { dynamodbSeats } from '../../../core/adapters/dynamodb/seats.ts';
import { Busy } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { freshPool } from '../../../core/domain/pool.ts';
import type { SeatMove } from '../../../core/usecases/ports.ts';
import { newRun, stampAt } from '../../ports/samples.ts';
import { queuedRecord, satisfiedRecord } from '../../ports/seat-samples.ts';
import { cancelled, mockedTable } from './table.ts';

const FAILED = 'ConditionalCheckFailed';
const run = newRun(newId('account'));
const { accountId, userId } = run;
const block = (number: number, more: object = {}) => ({
  ...poolKey(accountId, { kind: 'lmp', block: number }),
  ...freshPool('lmp', 50),
  block: number,
  ...more,
});
const taking: SeatMove = {
  ref: { accountId, userId },
  before: undefined,
  after: satisfiedRecord(run),
  turn: 'newcomer',
  status: 'onboarding',
};
const stored = { ...sectionKey(run, 'licenses'), ...satisfiedRecord(run), revision: 1 };

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A table that reads these blocks, one answer after the other; the last stays. */
const tableOf = (...reads: readonly (readonly Record<string, unknown>[])[]) => {
  const { mock, store } = mockedTable();
  const last = reads.at(-1) ?? [];
  const query = mock.on(QueryCommand);
  for (const Items of reads.slice(0, -1)) query.resolvesOnce({ Items: [...Items] });
  query.resolves({ Items: [...last] });
  mock.on(GetCommand).resolves({});
  /** The blocks that the transactions changed or checked. */
  const blocks = () =>
    mock
      .commandCalls(TransactWriteCommand)
      .map(({ args }) =>
        (args[0].input.TransactItems ?? [])
          .flatMap(({ Update, ConditionCheck }) => [Update?.Key?.sk, ConditionCheck?.Key?.sk])
          .filter((sk) => String(sk).startsWith('POOL#')),
      );
  return { mock, seats: dynamodbSeats(store), blocks };
};

// Of a transaction that takes one seat: record, member, block, seat.
describe('AP-30 a block that another was quicker to empty', () => {
  it('is drawn no more: the seat is taken from the next, after reading again', async () => {
    const full = block(0, { assigned: 50 });
    const { mock, seats, blocks } = tableOf([block(0), block(1)], [full, block(1)]);
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'None', FAILED, 'None'))
      .resolves({});
    expect(await seats.move(taking, stampAt())).toEqual({ outcome: 'moved' });
    expect(blocks()).toEqual([['POOL#lmp#0'], ['POOL#lmp#1']]);
  });

  it('X-3 means that nothing is free only once a read shows it, never because of a race', async () => {
    const full = block(0, { assigned: 50 });
    const { mock, seats } = tableOf([block(0)], [full]);
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'None', FAILED, 'None'));
    expect(await seats.move(taking, stampAt())).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('makes it busy when that goes on', async () => {
    const { mock, seats } = tableOf([block(0)]);
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'None', FAILED, 'None'));
    await expect(seats.move(taking, stampAt())).rejects.toThrow(Busy);
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(8);
  });
});

describe('seats whose reply was lost', () => {
  it('AP-30 are taken, if the same run has left the record', async () => {
    const { mock, seats } = tableOf([block(0)]);
    const ours = { code: FAILED, item: stored };
    mock.on(TransactWriteCommand).rejects(cancelled(ours, 'None', 'None', FAILED));
    expect(await seats.move(taking, stampAt())).toEqual({ outcome: 'moved' });
  });

  it('AP-30 are taken, though none is left by now', async () => {
    const { mock, seats } = tableOf([block(0, { assigned: 50 })]);
    mock.on(GetCommand).resolves({ Item: stored });
    expect(await seats.move(taking, stampAt())).toEqual({ outcome: 'moved' });
    mock.on(GetCommand).resolves({ Item: { ...stored, runId: newId('run') } });
    await expect(seats.move(taking, stampAt())).rejects.toThrow(Busy);
  });

  it('AP-32 are given back, if the record is gone', async () => {
    const { mock, seats } = tableOf([block(0, { assigned: 1 })]);
    mock.on(TransactWriteCommand).rejects(cancelled(FAILED, 'None', 'None', FAILED));
    const leaving = { ...taking, before: { ...satisfiedRecord(run), revision: 1 }, after: undefined };
    expect(await seats.move(leaving, stampAt())).toEqual({ outcome: 'moved' });
  });

  it('AP-30 AP-32 are neither, when an item contradicts the record: that is no answer at all', async () => {
    const { mock, seats } = tableOf([block(0, { assigned: 1 })]);
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'None', 'None', FAILED));
    await expect(seats.move(taking, stampAt())).rejects.toThrow(Busy);
    const leaving = { ...taking, before: { ...satisfiedRecord(run), revision: 1 }, after: undefined };
    await expect(seats.move(leaving, stampAt())).rejects.toThrow(Busy);
  });
});

describe('AP-31 a block that comes while somebody joins the line', () => {
  // Of a transaction that joins for one kind: record, member, each block, its end, place.
  it('counts them too: no block is to be without who waits', async () => {
    const empty = [block(0, { assigned: 50 })];
    const grown = [block(0, { assigned: 50 }), block(1, { assigned: 50 })];
    const { mock, seats, blocks } = tableOf(empty, grown);
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'None', 'None', FAILED, 'None'))
      .resolves({});
    const joining: SeatMove = { ...taking, after: queuedRecord(run), missing: ['lmp'] };
    expect(await seats.move(joining, stampAt())).toEqual({ outcome: 'moved' });
    expect(blocks()).toEqual([
      ['POOL#lmp#0', 'POOL#lmp#1'],
      ['POOL#lmp#0', 'POOL#lmp#1', 'POOL#lmp#2'],
    ]);
  });
});
