import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  accountKey,
  apiUserKey,
  memberKey,
  sectionKey,
  userKey,
} from '../../../core/adapters/dynamodb/keys.ts';
import { dynamodbPolicies } from '../../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../../core/adapters/dynamodb/standings.ts';
import { Busy } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { authorize } from '../../../core/usecases/authorize.ts';
import { NOW, newRun, personOf } from '../../ports/samples.ts';
import { mockedTable } from './table.ts';

const run = newRun(newId('account'));
const account = {
  accountId: run.accountId,
  name: 'Acme',
  language: 'en',
  licensePolicy: 'reject',
  createdAt: NOW,
};
const targetId = newId('user');
const apiUserId = newId('apiUser');

describe('AP-04 AP-07 a standing', () => {
  const requested = (mock: ReturnType<typeof mockedTable>['mock']) =>
    mock.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems?.table);

  it('is read in one consistent batch, so that what was taken away counts from the next call on', async () => {
    const { mock, store } = mockedTable();
    mock.on(BatchGetCommand).resolves({ Responses: { table: [] } });
    await dynamodbStandings(store).read(run, targetId);
    await dynamodbStandings(store).readApiUser({ ...run, apiUserId }, targetId);
    const target = memberKey({ ...run, userId: targetId });
    expect(requested(mock)).toEqual([
      {
        ConsistentRead: true,
        Keys: [
          accountKey(run.accountId),
          userKey(run.userId),
          memberKey(run),
          sectionKey(run, 'permissions'),
          sectionKey(run, 'access'),
          target,
        ],
      },
      { ConsistentRead: true, Keys: [accountKey(run.accountId), apiUserKey({ ...run, apiUserId }), target] },
    ]);
  });

  it('names no key twice, which DynamoDB would refuse, when somebody asks about themselves', async () => {
    const { mock, store } = mockedTable();
    mock.on(BatchGetCommand).resolves({ Responses: { table: [] } });
    await dynamodbStandings(store).read(run, run.userId);
    expect(requested(mock)[0]?.Keys).toHaveLength(5);
  });

  it('A-7 that is read in part is never taken for one without a restriction', async () => {
    const { mock, store } = mockedTable();
    const member = { ...personOf(run).member, status: 'active' };
    mock.on(BatchGetCommand).resolves({
      Responses: {
        table: [
          { ...accountKey(run.accountId), ...account },
          { ...userKey(run.userId), ...personOf(run).user },
          { ...memberKey(run), ...member },
          { ...sectionKey(run, 'permissions'), data: { role: 'administrator' } },
        ],
      },
      UnprocessedKeys: { table: { Keys: [sectionKey(run, 'access')] } },
    });
    const standings = dynamodbStandings(store);
    await expect(standings.read(run)).rejects.toThrow(Busy);
    await expect(standings.readApiUser({ ...run, apiUserId })).rejects.toThrow(Busy);
    const asked = {
      ...run,
      signedInAtSeconds: Date.parse(NOW) / 1000,
      sourceAddress: '192.0.2.1',
      endpoint: 'listMembers',
    } as const;
    const ports = { standings, policies: dynamodbPolicies(store) };
    await expect(authorize(ports)(asked)).rejects.toThrow(Busy);
  });

  it('is complete for members of before there were folders, versions and names of users', async () => {
    const { mock, store } = mockedTable();
    const { folderId: _, version: _version, ...member } = personOf(run).member;
    const { firstName: _first, lastName: _last, ...user } = personOf(run).user;
    mock.on(BatchGetCommand).resolves({
      Responses: {
        table: [
          { ...accountKey(run.accountId), ...account, activeAdministrators: 1 },
          { ...userKey(run.userId), ...user },
          { ...memberKey(run), ...member },
        ],
      },
    });
    expect(await dynamodbStandings(store).read(run)).toMatchObject({
      policyVersion: 0,
      user: { firstName: '' },
      member: { folderId: 'fld_root', version: 0 },
    });
  });
});

describe('other reads that decide something', () => {
  it('AP-08 AP-60 AP-62 are consistent', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves({});
    mock.on(QueryCommand).resolves({});
    await dynamodbStandings(store).readUser(run.userId);
    await dynamodbPolicies(store).read(run.accountId);
    await dynamodbPolicies(store).users(run.accountId, { kind: 'folder', id: newId('folder') }, 5);
    const inputs = mock.calls().map(({ args }) => args[0].input);
    expect(inputs).toHaveLength(3);
    for (const input of inputs) expect(input).toMatchObject({ ConsistentRead: true });
  });
});
