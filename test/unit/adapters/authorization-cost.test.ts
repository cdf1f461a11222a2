import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  accountKey,
  apiUserKey,
  memberKey,
  policyKey,
  sectionKey,
  userKey,
} from '../../../core/adapters/dynamodb/keys.ts';
import { dynamodbPolicies } from '../../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../../core/adapters/dynamodb/standings.ts';
import { firstPolicy } from '../../../core/domain/authorization/policy.ts';
import { GRANTABLE_ENDPOINTS } from '../../../core/domain/endpoints.ts';
import { newId } from '../../../core/domain/ids.ts';
import { type Asked, authorize } from '../../../core/usecases/authorize.ts';
import { NOW, newRun, personOf } from '../../ports/samples.ts';
import { mockedTable } from './table.ts';

const run = newRun(newId('account'));
const { accountId, userId } = run;
const apiUserId = newId('apiUser');
const targetId = newId('user');

/** A table with an administrator, an API user and a member; what it is asked for is written down. */
const office = () => {
  const { mock, store } = mockedTable();
  const { user, member } = personOf(run);
  const account = { accountId, name: 'Acme', language: 'en', licensePolicy: 'reject', createdAt: NOW };
  const active = { ...member, status: 'active' };
  const apiUser = {
    accountId,
    apiUserId,
    name: 'Nightly',
    endpoints: GRANTABLE_ENDPOINTS,
    grants: [],
    pages: [],
    allowedNetworks: ['192.0.2.0/24'],
    createdAt: NOW,
    createdBy: userId,
    version: 1,
  };
  const changePolicy = (policyVersion: number) => {
    mock.on(BatchGetCommand).resolves({
      Responses: {
        table: [
          { ...accountKey(accountId), ...account, activeAdministrators: 1, policyVersion },
          { ...userKey(userId), ...user },
          { ...memberKey(run), ...active },
          { ...memberKey({ accountId, userId: targetId }), ...active, userId: targetId },
          { ...sectionKey(run, 'permissions'), data: { role: 'administrator' } },
          { ...apiUserKey({ accountId, apiUserId }), ...apiUser },
        ],
      },
    });
    mock.on(GetCommand).resolves({
      Item: { ...policyKey(accountId), ...firstPolicy(accountId), version: policyVersion },
    });
  };
  changePolicy(0);
  const decide = authorize({ standings: dynamodbStandings(store), policies: dynamodbPolicies(store) });
  return {
    changePolicy,
    /** The reads that one authorization made. */
    async readsOf(asked: Partial<Asked> = {}): Promise<readonly string[]> {
      mock.resetHistory();
      const request = { accountId, userId, targetId, endpoint: 'readMember', ...asked } as const;
      await decide({ ...request, signedInAtSeconds: Date.parse(NOW) / 1000, sourceAddress: '192.0.2.1' });
      return mock.calls().map(({ args }) => args[0].constructor.name);
    },
  };
};

const BATCH = BatchGetCommand.name;
const ONE_MORE = GetCommand.name;

describe('authorization costs', () => {
  it('one batch read, whatever is asked for, as long as the account has changed nothing', async () => {
    const { readsOf } = office();
    for (const endpoint of GRANTABLE_ENDPOINTS) expect(await readsOf({ endpoint })).toEqual([BATCH]);
    expect(await readsOf({ targetId: undefined })).toEqual([BATCH]);
  });

  it('one more read when the policy has changed, and none from then on', async () => {
    const { readsOf, changePolicy } = office();
    for (const version of [1, 2, 7]) {
      changePolicy(version);
      expect(await readsOf()).toEqual([BATCH, ONE_MORE]);
      expect(await readsOf()).toEqual([BATCH]);
      expect(await readsOf({ userId: apiUserId })).toEqual([BATCH]);
    }
  });

  it('E-20 a program no more than a person', async () => {
    const { readsOf, changePolicy } = office();
    expect(await readsOf({ userId: apiUserId })).toEqual([BATCH]);
    changePolicy(1);
    expect(await readsOf({ userId: apiUserId })).toEqual([BATCH, ONE_MORE]);
    expect(await readsOf({ userId: apiUserId })).toEqual([BATCH]);
  });
});
