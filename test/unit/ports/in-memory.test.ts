import { describe } from 'vitest';
import { storeContract } from '../../ports/contracts.ts';
import { keys } from '../../ports/in-memory/database.ts';
import { movableClock } from '../../ports/in-memory/services.ts';
import { inMemoryStore } from '../../ports/in-memory.ts';

describe('the in-memory store', () => {
  storeContract(() => {
    const { clock, move } = movableClock();
    const { ports, database } = inMemoryStore(clock);
    return {
      ports,
      moveClock: move,
      workersOn: async (accountId, work) => {
        const prefix = keys.work({ accountId, userId: '' }, work);
        return [...database.work]
          .filter((key) => key.startsWith(prefix))
          .map((key) => key.slice(prefix.length));
      },
      activeAdministrators: async (accountId) => database.accounts.get(accountId)?.activeAdministrators ?? 0,
    };
  });
});
