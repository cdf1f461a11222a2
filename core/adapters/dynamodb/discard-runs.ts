import type { Use } from '../../domain/authorization/uses.ts';
import { Busy, RunNotFailed } from '../../domain/errors.ts';
import type { Runs } from '../../usecases/ports.ts';
import { claimsOf, giveUpClaims } from './claims.ts';
import { runKey, runsByStatus } from './keys.ts';
import { keepReplay, replayFrom } from './replays.ts';
import { usesOfRun } from './start-runs.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';
import { isRefused, moveUses } from './uses.ts';

export const discardRuns = (store: Store): Pick<Runs, 'beginDiscard' | 'endDiscard'> => ({
  /**
   * AP-58 · begin to discard a failed run, or an offer · 1 transaction, 2 write units per KB of request (2 more with an
   * Idempotency-Key), 4 of index.
   */
  async beginDiscard(run, due, stamp, idempotency) {
    const refused = await transact(store, {
      run: {
        Update: {
          TableName: store.table,
          Key: runKey(run),
          UpdateExpression: 'SET #status = :discarding, statusPk = :statusPk, dueAt = :due, changed = :stamp',
          ConditionExpression: '#status IN (:failed, :offered) AND attempt = :attempt',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ':discarding': 'discarding',
            ':failed': 'failed',
            ':offered': 'offered',
            ':attempt': run.attempt,
            ':statusPk': runsByStatus(run.accountId, 'discarding'),
            ':due': due,
            ':stamp': stamp,
          },
        },
      },
      replay: idempotency && keepReplay(store, idempotency, run.runId, stamp),
    });
    if (refused.size === 0) return {};
    if (idempotency === undefined || !refused.has('replay')) throw new RunNotFailed();
    return { replayOf: replayFrom(refused.get('replay'), idempotency) };
  },

  endDiscard: endDiscard(store),
});

/**
 * AP-59 · end a discard: claims and uses go, and so does the request · 1 transaction, 2 write units per claim, 4 per
 * use, 2 per KB of request, 3 of index. A repeat finds the run discarded, and does nothing.
 */
const endDiscard =
  (store: Store): Runs['endDiscard'] =>
  async (run, stamp) => {
    const end: Operation = {
      Update: {
        TableName: store.table,
        Key: runKey(run),
        UpdateExpression:
          'SET #status = :discarded, endedAt = :endedAt, statusPk = :statusPk, changed = :stamp REMOVE sections, formerWork, duePk, dueAt',
        ConditionExpression: '#status = :discarding',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':discarded': 'discarded',
          ':discarding': 'discarding',
          ':endedAt': stamp.at,
          ':statusPk': runsByStatus(run.accountId, 'discarded'),
          ':stamp': stamp,
        },
      },
    };
    const endGivingUp = async (uses: readonly Use[]): Promise<void> => {
      const refused = await transact(store, {
        ...giveUpClaims(store, run, claimsOf(run)),
        run: end,
        ...moveUses(store, { member: run, givenUp: uses }, stamp),
      });
      if (refused.size === 0 || refused.has('run')) return;
      // A use that was never taken cannot be given up, and must not keep the rest from going.
      const there = uses.filter((use) => !isRefused(refused, use));
      if (there.length === uses.length) throw new Busy();
      await endGivingUp(there);
    };
    await endGivingUp(usesOfRun(run));
  };
