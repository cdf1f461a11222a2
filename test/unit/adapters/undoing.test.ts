import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamodbMembers } from '../../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../../core/adapters/dynamodb/runs.ts';
import { Busy } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { newRun, personOf, recordOfRun, request, stampAt } from '../../ports/samples.ts';
import { cancelled, mockedTable } from './table.ts';

const FAILED = 'ConditionalCheckFailed';

describe('AP-59 the end of a discard', () => {
  const folderId = newId('folder');
  const run = newRun(newId('account'), request({ profile: { folderId } }));
  const writes = (mock: ReturnType<typeof mockedTable>['mock']) =>
    mock.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.TransactItems?.length);

  it('goes on without a use that is not there to be given up', async () => {
    const { mock, store } = mockedTable();
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'None', 'None', 'None', FAILED))
      .resolves({});
    await dynamodbRuns(store).endDiscard(run, stampAt());
    expect(writes(mock)).toEqual([5, 3]);
  });

  it('is a repeat when the run is discarded already, whatever else is gone with it', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).rejects(cancelled('None', 'None', FAILED, FAILED, FAILED));
    await expect(dynamodbRuns(store).endDiscard(run, stampAt())).resolves.toBeUndefined();
    expect(writes(mock)).toEqual([5]);
  });

  it('never counts as done when nothing was written', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).rejects(cancelled(FAILED, 'None', 'None'));
    await expect(dynamodbRuns(store).endDiscard(run, stampAt())).rejects.toThrow(Busy);
  });
});

describe('AP-27 a member who leaves', () => {
  const run = newRun(newId('account'));
  const { user, member } = personOf(run);
  const left = { member, records: [recordOfRun(run, 'profile')] };
  const joined = { ...user, accountIds: [newId('account'), run.accountId, newId('account')] };

  it('takes the account from among the user’s, just there where it was read', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves({ Item: joined });
    mock.on(TransactWriteCommand).resolves({});
    await dynamodbMembers(store).leave(left, stampAt());
    const [{ args } = { args: [] }] = mock.commandCalls(TransactWriteCommand);
    expect(args[0]?.input.TransactItems).toContainEqual({
      Update: expect.objectContaining({
        UpdateExpression: 'REMOVE accountIds[1]',
        ConditionExpression: 'accountIds[1] = :account',
        ExpressionAttributeValues: { ':account': run.accountId },
      }),
    });
  });

  it('tries again later when another account came or went at the same time', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves({ Item: joined });
    mock.on(TransactWriteCommand).rejects(cancelled('None', FAILED, 'None'));
    await expect(dynamodbMembers(store).leave(left, stampAt())).rejects.toThrow(Busy);
  });

  it('leaves a user alone who does not have the account', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves({ Item: { ...user, accountIds: [newId('account')] } });
    mock.on(TransactWriteCommand).resolves({});
    await dynamodbMembers(store).leave(left, stampAt());
    mock.on(GetCommand).resolves({});
    await dynamodbMembers(store).leave(left, stampAt());
    const sizes = mock
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input.TransactItems?.length);
    expect(sizes).toEqual([3, 3]);
  });
});
