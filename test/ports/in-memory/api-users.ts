import { Busy, ChangedMeanwhile } from '../../../core/domain/errors.ts';
import type { ApiUserRef, ApiUsers, Effect, Idempotency, Stamp } from '../../../core/usecases/ports.ts';
import { copy, type Database } from './database.ts';
import { byBytes, pageOf } from './page.ts';
import { keepReplay, replayAt } from './replays.ts';

export const inMemoryApiUsers = (database: Database): ApiUsers => {
  const { apiUsers } = database;

  const ofAccount = ({ accountId, apiUserId }: ApiUserRef) => {
    const user = apiUsers.get(apiUserId);
    return user?.accountId === accountId ? user : undefined;
  };

  /** The effect under an Idempotency-Key: once, then the id of what came of it. */
  const once = (
    { apiUserId }: ApiUserRef,
    stamp: Stamp,
    idempotency: Idempotency | undefined,
    effect: () => void,
  ): Effect => {
    const replayOf = replayAt(database, idempotency, stamp);
    if (replayOf !== undefined) return { replayOf };
    effect();
    keepReplay(database, idempotency, apiUserId, stamp);
    return {};
  };

  return {
    create: async (user, stamp, idempotency) =>
      once(user, stamp, idempotency, () => {
        if (apiUsers.has(user.apiUserId)) throw new Busy();
        apiUsers.set(user.apiUserId, copy(user));
      }),
    read: async (ref) => copy(ofAccount(ref)),
    find: async (apiUserId) => copy(apiUsers.get(apiUserId)),
    async list(accountId, page) {
      const newestFirst = [...apiUsers.values()]
        .filter((user) => user.accountId === accountId)
        .sort((one, other) => byBytes(other.apiUserId, one.apiUserId))
        .map((user) => [user.apiUserId, copy(user)] as const);
      return pageOf(
        `${accountId}/api-users/`,
        newestFirst,
        (key, position) => byBytes(key, position) < 0,
        page,
      );
    },
    change: async (user, stamp, idempotency) =>
      once(user, stamp, idempotency, () => {
        if (ofAccount(user)?.version !== user.version - 1) throw new ChangedMeanwhile();
        apiUsers.set(user.apiUserId, copy(user));
      }),
    async remove(ref) {
      if (ofAccount(ref) !== undefined) apiUsers.delete(ref.apiUserId);
    },
  };
};
