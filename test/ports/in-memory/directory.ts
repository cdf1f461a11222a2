import type { Account } from '../../../core/domain/account.ts';
import { InvalidRequest, NotFound } from '../../../core/domain/errors.ts';
import { freshPool } from '../../../core/domain/pool.ts';
import type { Accounts, Users, WorkAssignments } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';

export const readAccount = (
  { accounts }: Pick<Database, 'accounts'>,
  accountId: string,
): Account | undefined => {
  const stored = accounts.get(accountId);
  if (stored === undefined) return undefined;
  const { activeAdministrators: _, ...account } = stored;
  return copy(account);
};

export const inMemoryAccounts = (database: Database): Accounts => {
  const { accounts, agencies, pools, billing, ledger } = database;
  const missing = ({ accountId, agencyId, parentAccountId }: Account) => [
    ...(agencyId === undefined || agencies.has(agencyId)
      ? []
      : [{ pointer: '/account/agencyId', detail: 'names no agency' }]),
    ...(parentAccountId === undefined || (parentAccountId !== accountId && accounts.has(parentAccountId))
      ? []
      : [{ pointer: '/account/parentAccountId', detail: 'names no other account' }]),
  ];
  return {
    async create(account, opening) {
      if (accounts.has(account.accountId)) return;
      const faults = missing(account);
      if (faults.length > 0) throw new InvalidRequest(faults);
      accounts.set(account.accountId, copy({ ...account, activeAdministrators: 0 }));
      const { accountId } = account;
      const { lines, planId, entry } = opening;
      for (const { kind, after } of lines) pools.set(keys.pool(accountId, kind), freshPool(kind, after));
      billing.set(accountId, { planId, version: entry });
      ledger.set(accountId, [copy(opening)]);
    },
    async change(accountId, { licensePolicy, apps }) {
      const stored = accounts.get(accountId);
      if (stored === undefined) throw new NotFound();
      const changes = { ...(licensePolicy && { licensePolicy }), ...(apps && { apps }) };
      accounts.set(accountId, copy({ ...stored, ...changes }));
    },
    read: async (accountId) => readAccount(database, accountId),
    async readWithPools(accountId) {
      const account = readAccount(database, accountId);
      const ofAccount = [...pools].filter(([key]) => key.startsWith(`${accountId}#`));
      return account && { account, pools: copy(ofAccount.map(([, pool]) => pool)) };
    },
  };
};

export const inMemoryUsers = ({ users, emails, loginIds }: Database): Users => ({
  read: async (userId) => copy(users.get(userId)),
  async accept(userId, at) {
    const user = users.get(userId);
    if (user !== undefined) users.set(userId, { ...user, acceptedAt: user.acceptedAt ?? at });
  },
  findByEmail: async (email) => emails.get(email),
  findByLoginId: async (loginId) => loginIds.get(loginId),
  takenLoginIds: async (asked) => new Set(asked.filter((loginId) => loginIds.has(loginId))),
  async signOut(userId, at) {
    const user = users.get(userId);
    if (user === undefined || (user.signedOutAt ?? '') >= at) return;
    users.set(userId, { ...user, signedOutAt: at });
  },
  async noteBounce(userId, at) {
    const user = users.get(userId);
    if (user === undefined || (user.bouncedAt ?? '') >= at) return;
    users.set(userId, { ...user, bouncedAt: at });
  },
});

export const inMemoryWork = ({ work }: Database): WorkAssignments => ({
  async assign(ref, assignments) {
    for (const assignment of assignments) work.add(keys.work(ref, assignment));
  },
  async release(ref, assignments) {
    for (const assignment of assignments) work.delete(keys.work(ref, assignment));
  },
});
