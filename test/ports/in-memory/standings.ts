import type { Placed } from '../../../core/domain/authorization/authority.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import type { Standings } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { readAccount } from './directory.ts';

export const inMemoryStandings = (database: Database): Standings => {
  const { users, members, records, policies, apiUsers } = database;
  const accountOf = (accountId: string) => {
    const account = readAccount(database, accountId);
    return account && { account, policyVersion: policies.get(accountId)?.version ?? 0 };
  };
  const placeOf = (accountId: string, userId: string | undefined): Placed | undefined => {
    const member = userId === undefined ? undefined : members.get(keys.member({ accountId, userId }));
    return member && { userId: member.userId, folderId: member.folderId };
  };

  return {
    async read(ref, targetId) {
      const account = accountOf(ref.accountId);
      if (account === undefined) return undefined;
      const permissions = records.get(keys.record(ref, 'permissions'));
      const access = records.get(keys.record(ref, 'access'));
      return copy({
        ...account,
        user: users.get(ref.userId),
        member: members.get(keys.member(ref)),
        permissions: permissions && recordOf([permissions], 'permissions')?.data,
        access: access && recordOf([access], 'access')?.data,
        target: placeOf(ref.accountId, targetId),
      });
    },
    async readApiUser({ accountId, apiUserId }, targetId) {
      const account = accountOf(accountId);
      if (account === undefined) return undefined;
      const found = apiUsers.get(apiUserId);
      const apiUser = found?.accountId === accountId ? found : undefined;
      return copy({ ...account, apiUser, target: placeOf(accountId, targetId) });
    },
    readUser: async (userId) => copy(users.get(userId)),
  };
};
