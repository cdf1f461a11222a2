import type { RunStatus } from '../../domain/run.ts';
import type { AttemptRef, Runs, Stamp } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { runKey, runsByStatus } from './keys.ts';
import type { Store } from './store.ts';

/**
 * A change of a run that is under way at this very attempt; for any other it does nothing, so a repeat or a stale
 * execution does no harm.
 */
const whileRunning = (ref: AttemptRef, expression: string, values: Record<string, unknown>) => ({
  Key: runKey(ref),
  UpdateExpression: expression,
  ConditionExpression: '#status = :running AND attempt = :attempt',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: { ...values, ':running': 'running', ':attempt': ref.attempt },
});

const becoming = (ref: AttemptRef, status: RunStatus, stamp: Stamp) => ({
  ':status': status,
  ':statusPk': runsByStatus(ref.accountId, status),
  ':stamp': stamp,
});

export const moveRuns = (store: Store): Pick<Runs, 'park' | 'offer' | 'postpone'> => ({
  /** AP-55 · park a run · UpdateItem, 1 write unit per KB of request, 4 of index. */
  async park(ref, failure, due, stamp) {
    await updateIf(
      store,
      whileRunning(
        ref,
        'SET #status = :status, failure = :failure, statusPk = :statusPk, dueAt = :due, changed = :stamp',
        { ...becoming(ref, 'failed', stamp), ':failure': failure, ':due': due },
      ),
    );
  },

  /** AP-63 · offer the access that a run has set up · UpdateItem, 1 write unit per KB of request, 4 of index. */
  async offer(ref, due, stamp) {
    await updateIf(
      store,
      whileRunning(ref, 'SET #status = :status, statusPk = :statusPk, dueAt = :due, changed = :stamp', {
        ...becoming(ref, 'offered', stamp),
        ':due': due,
      }),
    );
  },

  /** AP-57 · look at a running run again later · UpdateItem, 1 write unit per KB of request, 2 of index. */
  async postpone(ref, due) {
    await updateIf(store, whileRunning(ref, 'SET dueAt = :due', { ':due': due }));
  },
});
