import { TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamodbRuns } from '../../../core/adapters/dynamodb/runs.ts';
import { transact } from '../../../core/adapters/dynamodb/transact.ts';
import { isRetryable } from '../../../core/adapters/retryable.ts';
import { Busy, UserExists } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { DUE, idempotency, newRun, stampAt } from '../../ports/samples.ts';
import { cancelled, mockedTable } from './table.ts';

const item = (name: string) => ({ Put: { TableName: 'table', Item: { pk: name, sk: 'x' } } });
const two = { first: item('first'), absent: undefined, second: item('second') };

describe('transactions that DynamoDB cancels', () => {
  beforeEach(() => {
    // The pauses between tries are as short as they can be.
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('answers each operation whose condition did not hold, with the item in its way', async () => {
    const { mock, store } = mockedTable();
    const reason = { code: 'ConditionalCheckFailed', item: { userId: 'usr_1' } };
    mock.on(TransactWriteCommand).rejects(cancelled('None', reason));
    expect(await transact(store, two)).toEqual(new Map([['second', { userId: 'usr_1' }]]));
    expect(mock.calls()).toHaveLength(1);
  });

  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'tries again after %s, until it is written',
    async (code) => {
      const { mock, store } = mockedTable();
      mock
        .on(TransactWriteCommand)
        .rejectsOnce(cancelled(code, 'None'))
        .rejectsOnce(cancelled('None', code))
        .resolves({});
      expect(await transact(store, two)).toEqual(new Map());
      expect(mock.calls()).toHaveLength(3);
    },
  );

  it('sends a request that is still under way again, under the same token; any other under a new one', async () => {
    const { mock, store } = mockedTable();
    const underWay = new TransactionInProgressException({ message: 'in progress', $metadata: {} });
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .rejectsOnce(underWay)
      .resolves({});
    expect(await transact(store, two)).toEqual(new Map());
    const tokens = mock
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input.ClientRequestToken ?? '');
    expect(tokens).toHaveLength(3);
    expect(tokens[1]).not.toBe(tokens[0]);
    expect(tokens[2]).toBe(tokens[1]);
  });

  it('throws Busy when the conflicts go on', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None'));
    await expect(transact(store, two)).rejects.toThrow(Busy);
    expect(mock.calls()).toHaveLength(8);
  });

  it('believes no refusal while another transaction holds one of the items', async () => {
    const { mock, store } = mockedTable();
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('ConditionalCheckFailed', 'TransactionConflict'))
      .rejects(cancelled('None', 'ConditionalCheckFailed'));
    expect([...(await transact(store, two)).keys()]).toEqual(['second']);
  });

  it('throws again what is no cancellation, and a cancellation for any other reason', async () => {
    const { mock, store } = mockedTable();
    const throttled = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(throttled)
      .rejectsOnce(cancelled('ItemCollectionSizeLimitExceeded', 'None'));
    const thrown = await transact(store, two).catch((error: unknown) => error);
    expect(thrown).toBe(throttled);
    expect(isRetryable(thrown)).toBe(true);
    await expect(transact(store, two)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  });
});

describe('AP-53 a start whose request comes twice at the same time', () => {
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const failed = 'ConditionalCheckFailed';

  it('is a replay, though it met the claims of its own twin before it saw the twin’s key', async () => {
    const { mock, store } = mockedTable();
    const key = idempotency();
    const resultId = newId('run');
    const replay = { code: failed, item: { requestHash: key.requestHash, resultId } };
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled(failed, failed, 'None', 'TransactionConflict'))
      .rejects(cancelled(failed, failed, 'None', replay));
    const runs = dynamodbRuns(store);
    expect(await runs.start(newRun(newId('account')), DUE, stampAt(), key)).toEqual({
      replayOf: resultId,
    });
  });

  it('is refused for its claims when the key is not in the way', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).rejects(cancelled(failed, 'None', 'None', 'None'));
    const start = dynamodbRuns(store).start(newRun(newId('account')), DUE, stampAt(), idempotency());
    await expect(start).rejects.toThrow(UserExists);
  });

  it('never says that it is stored when nothing was written', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'None', failed));
    await expect(dynamodbRuns(store).start(newRun(newId('account')), DUE, stampAt())).rejects.toThrow(Busy);
  });
});
