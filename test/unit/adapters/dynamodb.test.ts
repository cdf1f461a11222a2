import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamodbMembers } from '../../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../../core/adapters/dynamodb/runs.ts';
import { dynamodbWork } from '../../../core/adapters/dynamodb/work.ts';
import { Busy } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { DUE, newRun, recordOfRun, stampAt } from '../../ports/samples.ts';
import { mockedTable } from './table.ts';

const run = newRun(newId('account'));
const FAILURE = { step: 'SetMessaging', code: 'busy', detail: '' } as const;

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('batches that DynamoDB takes only in part', () => {
  const campaigns = (count: number) =>
    Array.from({ length: count }, (_, number) => ({ kind: 'campaign', key: `c${number}` }) as const);

  it('AP-40 writes again just what was left over, 25 at a time', async () => {
    const { mock, store } = mockedTable();
    const leftOver = [{ PutRequest: { Item: { pk: 'left over' } } }];
    mock
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { table: leftOver } })
      .resolves({});
    await dynamodbWork(store).assign(run, campaigns(30), stampAt());
    const sizes = mock
      .commandCalls(BatchWriteCommand)
      .map(({ args }) => args[0].input.RequestItems?.table?.length);
    expect(sizes).toEqual([25, 1, 5]);
    expect(mock.commandCalls(BatchWriteCommand)[1]?.args[0].input.RequestItems?.table).toEqual(leftOver);
  });

  it('AP-41 throws Busy when some is always left over', async () => {
    const { mock, store } = mockedTable();
    const leftOver = [{ DeleteRequest: { Key: { pk: 'left over' } } }];
    mock.on(BatchWriteCommand).resolves({ UnprocessedItems: { table: leftOver } });
    await expect(dynamodbWork(store).release(run, campaigns(1))).rejects.toThrow(Busy);
    expect(mock.calls()).toHaveLength(8);
  });
});

describe('writes whose reply was lost, and that the SDK has sent again', () => {
  const inTheWay = (item: Record<string, unknown>) =>
    new ConditionalCheckFailedException({ message: 'no', $metadata: {}, Item: marshall(item) });

  it('AP-21 a record that is ours already counts as left', async () => {
    const { mock, store } = mockedTable();
    mock.on(PutCommand).rejects(inTheWay({ runId: run.runId }));
    const record = recordOfRun(run, 'messaging');
    await expect(dynamodbMembers(store).record(run, record, stampAt())).resolves.toBeUndefined();
  });

  it('AP-21 a record of another run, or one that cannot be seen, does not', async () => {
    const { mock, store } = mockedTable();
    const record = recordOfRun(run, 'messaging');
    mock.on(PutCommand).rejectsOnce(inTheWay({ runId: newId('run') }));
    await expect(dynamodbMembers(store).record(run, record, stampAt())).rejects.toThrow(Busy);
    mock.on(PutCommand).rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));
    await expect(dynamodbMembers(store).record(run, record, stampAt())).rejects.toThrow(Busy);
  });

  it('AP-55 AP-57 a run that has moved on already is left as it is', async () => {
    const { mock, store } = mockedTable();
    mock.on(UpdateCommand).rejects(inTheWay({ status: 'failed' }));
    const runs = dynamodbRuns(store);
    await expect(runs.park(run, FAILURE, DUE, stampAt())).resolves.toBeUndefined();
    await expect(runs.postpone(run, DUE)).resolves.toBeUndefined();
  });
});

describe('an error that is none of the conditions', () => {
  it('is thrown again, for the step to be retried', async () => {
    const { mock, store } = mockedTable();
    const throttled = Object.assign(new Error('slow down'), {
      name: 'ProvisionedThroughputExceededException',
    });
    mock.onAnyCommand().rejects(throttled);
    const runs = dynamodbRuns(store);
    await expect(runs.park(run, FAILURE, DUE, stampAt())).rejects.toBe(throttled);
    await expect(runs.read(run)).rejects.toBe(throttled);
    await expect(dynamodbWork(store).assign(run, [{ kind: 'queue', key: 'q' }], stampAt())).rejects.toBe(
      throttled,
    );
  });
});
