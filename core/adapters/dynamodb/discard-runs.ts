import { RunNotFailed } from '../../domain/errors.ts';
import type { Runs } from '../../usecases/ports.ts';
import { emailKey, loginKey, runKey, runsByStatus } from './keys.ts';
import { keepReplay, replayFrom } from './replays.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export const discardRuns = (store: Store): Pick<Runs, 'beginDiscard' | 'endDiscard'> => ({
  /**
   * AP-58 · begin to discard a failed run · 1 transaction, 2 write units per KB of request (2 more with an
   * Idempotency-Key), 4 of index.
   */
  async beginDiscard(run, due, stamp, idempotency) {
    const refused = await transact(store, {
      run: {
        Update: {
          TableName: store.table,
          Key: runKey(run),
          UpdateExpression: 'SET #status = :discarding, statusPk = :statusPk, dueAt = :due, changed = :stamp',
          ConditionExpression: '#status = :failed AND attempt = :attempt',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ':discarding': 'discarding',
            ':failed': 'failed',
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

  /**
   * AP-59 · end a discard: both claims go, and so does the request · 1 transaction, 4 write units and 2 per KB of
   * request, 3 of index. A repeat finds the run discarded, and does nothing.
   */
  async endDiscard(run, stamp) {
    const giveUp = (Key: { pk: string; sk: string }) => ({
      Delete: {
        TableName: store.table,
        Key,
        ConditionExpression: 'attribute_not_exists(pk) OR userId = :user',
        ExpressionAttributeValues: { ':user': run.userId },
      },
    });
    await transact(store, {
      email: giveUp(emailKey(run.sections.profile.email)),
      loginId: giveUp(loginKey(run.sections.profile.loginId)),
      run: {
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
      },
    });
  },
});
