import { firstPolicy } from '../../../core/domain/authorization/policy.ts';
import { Busy, PolicyFull } from '../../../core/domain/errors.ts';
import type { Policies } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { keepReplay, replayAt } from './replays.ts';

const MOST_BYTES = 350_000;

export const inMemoryPolicies = (database: Database): Policies => {
  const { policies, uses, accounts } = database;
  return {
    read: async (accountId) => copy(policies.get(accountId) ?? firstPolicy(accountId)),

    async change(policy, { created, deleted }, stamp, idempotency) {
      const { accountId, version } = policy;
      if (JSON.stringify(policy).length > MOST_BYTES) throw new PolicyFull('It is too long.');
      const replayOf = replayAt(database, idempotency?.key, stamp);
      if (replayOf !== undefined) return { outcome: 'replayed', replayOf };
      const users = deleted && uses.get(keys.use(accountId, deleted));
      if (users !== undefined && users.size > 0) return { outcome: 'in-use' };
      if ((policies.get(accountId)?.version ?? 0) !== version - 1) return { outcome: 'stale' };
      if (!accounts.has(accountId)) throw new Busy();
      policies.set(accountId, copy(policy));
      if (created !== undefined) uses.set(keys.use(accountId, created), new Map());
      if (deleted !== undefined) uses.delete(keys.use(accountId, deleted));
      if (idempotency !== undefined) keepReplay(database, idempotency.key, idempotency.resultId, stamp);
      return { outcome: 'changed' };
    },

    users: async (accountId, use, limit) =>
      [...(uses.get(keys.use(accountId, use)) ?? [])]
        .map(([userId, name]) => ({ userId, name }))
        .sort((one, other) => one.userId.localeCompare(other.userId))
        .slice(0, limit)
        .sort((one, other) => one.name.localeCompare(other.name)),
  };
};
