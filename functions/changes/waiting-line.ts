import { freedFor } from '../../core/adapters/dynamodb/changes.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { serveWaitingLine } from '../../core/usecases/serve-waiting-line.ts';
import type { Consumer } from './consumer.ts';

/** Each who is served changes a pool, so the next change serves the next: a long line holds up no other account’s changes. */
const MOST_SERVED = 10;

/** A seat was bought or given back while somebody waits: whoever's turn it is gets it. */
export const waitingLine = (
  ports: Pick<Ports, 'seats' | 'accounts' | 'members' | 'users' | 'clock' | 'log'>,
): Consumer => ({
  name: 'waiting-line',
  wants: (change) => freedFor(change) !== undefined,
  consume: async (change) => {
    const accountId = freedFor(change);
    if (accountId !== undefined) await serveWaitingLine(ports)(accountId, change.sequenceNumber, MOST_SERVED);
  },
});
