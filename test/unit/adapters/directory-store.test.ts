import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamodbAccessLists } from '../../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbAgencies } from '../../../core/adapters/dynamodb/agencies.ts';
import { dynamodbApiUsers } from '../../../core/adapters/dynamodb/api-users.ts';
import { userItem } from '../../../core/adapters/dynamodb/items/user.ts';
import { dynamodbUsers } from '../../../core/adapters/dynamodb/users.ts';
import { Busy } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { NOW, stampAt } from '../../ports/samples.ts';
import { cancelled, mockedTable } from './table.ts';

const accountId = newId('account');
const apiUser = {
  accountId,
  apiUserId: newId('apiUser'),
  name: 'Payroll',
  endpoints: ['listMembers' as const],
  grants: [],
  pages: [],
  allowedNetworks: ['203.0.113.0/24'],
  createdAt: NOW,
  createdBy: newId('user'),
  version: 1,
};

describe('reads that decide something', () => {
  it('AP-12 AP-71 AP-72 AP-81 AP-82 AP-90 are consistent', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves({ Item: { ...apiUser, userId: newId('user') } });
    await dynamodbUsers(store).findByEmail('ana@example.com');
    await dynamodbApiUsers(store).read(apiUser);
    await dynamodbApiUsers(store).find(apiUser.apiUserId);
    mock.on(GetCommand).resolves({});
    await dynamodbAgencies(store).read(newId('agency'));
    await dynamodbAccessLists(store).read({ accountId, kind: 'queue', key: 'support' });
    mock.on(QueryCommand).resolves({ Items: [] });
    await dynamodbAgencies(store).accounts(newId('agency'));
    const reads = mock.calls().map(({ args }) => args[0].input);
    expect(reads).toHaveLength(7);
    for (const read of reads) expect(read).toMatchObject({ ConsistentRead: true });
  });
});

describe('AP-82 an agency with more accounts than one answer holds', () => {
  it('has them all', async () => {
    const { mock, store } = mockedTable();
    const accounts = ['One', 'Two'].map((name) => ({ accountId: newId('account'), name }));
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: accounts.slice(0, 1), LastEvaluatedKey: { pk: 'x' } })
      .resolvesOnce({ Items: accounts.slice(1) });
    expect(await dynamodbAgencies(store).accounts(newId('agency'))).toEqual(accounts);
  });
});

describe('a page that ends before its limit', () => {
  it('AP-73 AP-91 has a cursor, since DynamoDB has more', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves({ Item: { accountId, createdAt: NOW } });
    const list = { accountId, kind: 'queue', key: 'support', subjects: [], version: 1 };
    mock.on(QueryCommand).resolves({ Items: [apiUser], LastEvaluatedKey: { pk: 'x' } });
    expect((await dynamodbApiUsers(store).list(accountId, { limit: 25 })).nextCursor).toBeDefined();
    mock.on(QueryCommand).resolves({ Items: [list], LastEvaluatedKey: { pk: 'x' } });
    expect((await dynamodbAccessLists(store).list(accountId, { limit: 25 })).nextCursor).toBeDefined();
  });
});

describe('AP-70 an API user in the way', () => {
  it('is no repeat of a creation', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'));
    await expect(dynamodbApiUsers(store).create(apiUser, stampAt())).rejects.toThrow(Busy);
  });
});

describe('a user stored before users had names', () => {
  it('AP-10 is read, without them', () => {
    const stored = {
      userId: newId('user'),
      owningAccountId: accountId,
      email: 'ana@example.com',
      loginId: 'ana',
      language: 'en',
      createdAt: NOW,
      accountIds: [accountId],
    };
    expect(userItem.parse(stored)).toEqual({ ...stored, firstName: '', lastName: '' });
  });
});
