import { Busy } from '../../domain/errors.ts';
import type { OpenRun } from '../../domain/run.ts';
import type { RunEnding, Runs } from '../../usecases/ports.ts';
import { accountKey, memberKey, membersByStatus, runKey, runsByStatus, sectionKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

/** What the ending leaves on the member's head; names of attributes with their values. */
const marksOf = (ending: RunEnding): Record<string, unknown> =>
  ending.outcome === 'active'
    ? { invitedAt: ending.invitedAt }
    : { deactivationReason: ending.deactivationReason };

/** The run may have been corrected since it made the member: the role by hand is what it says now, if it says one. */
const roleUpdate = ({ sections: { permissions } }: OpenRun) =>
  permissions.role === undefined
    ? { expression: ' REMOVE #role', values: {} }
    : { expression: ', #role = :role', values: { ':role': permissions.role } };

export const finishRuns = (store: Store): Pick<Runs, 'finish'> => ({
  /**
   * AP-56 · finish a run, remove its request, and let its member leave `onboarding` · 1 transaction, 2 write units
   * per KB of request and 2 for the member, 6 of index; 2 more for an administrator, whom the account counts, or for the
   * check that who is to end deactivated still waits: who was served since then is to be looked at again.
   */
  async finish(run, ending, stamp) {
    const { accountId, attempt } = run;
    const { outcome } = ending;
    const update = (change: Omit<NonNullable<Operation['Update']>, 'TableName'>): Operation => ({
      Update: { TableName: store.table, ...change },
    });
    const role = roleUpdate(run);
    const marks = Object.entries(marksOf(ending)).filter(([, value]) => value !== undefined);
    const refused = await transact(store, {
      run: update({
        Key: runKey(run),
        UpdateExpression:
          'SET #status = :done, outcome = :outcome, endedAt = :endedAt, statusPk = :statusPk, changed = :stamp REMOVE sections, formerWork, duePk, dueAt',
        ConditionExpression: `${run.isOffer ? '#status IN (:running, :offered)' : '#status = :running'} AND attempt = :attempt`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':done': 'done',
          ':running': 'running',
          ...(run.isOffer && { ':offered': 'offered' }),
          ':attempt': attempt,
          ':outcome': outcome,
          ':endedAt': stamp.at,
          ':statusPk': runsByStatus(accountId, 'done'),
          ':stamp': stamp,
        },
      }),
      member: update({
        Key: memberKey(run),
        UpdateExpression: `SET ${['#status = :status', 'statusPk = :statusPk', 'changed = :stamp', ...marks.map(([name]) => `${name} = :${name}`)].join(', ')}${role.expression}`,
        ConditionExpression: '#status = :onboarding',
        ExpressionAttributeNames: { '#status': 'status', '#role': 'role' },
        ExpressionAttributeValues: {
          ':status': outcome,
          ':onboarding': 'onboarding',
          ':statusPk': membersByStatus(accountId, outcome),
          ':stamp': stamp,
          ...Object.fromEntries(marks.map(([name, value]) => [`:${name}`, value])),
          ...role.values,
        },
      }),
      account:
        outcome === 'active' && ending.administrator
          ? update({
              Key: accountKey(accountId),
              UpdateExpression: 'ADD activeAdministrators :one',
              ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeValues: { ':one': 1 },
            })
          : undefined,
      waiting:
        outcome === 'deactivated'
          ? {
              ConditionCheck: {
                TableName: store.table,
                Key: sectionKey(run, 'licenses'),
                ConditionExpression: 'attribute_exists(waitingFor)',
              },
            }
          : undefined,
    });
    // A run that has moved on is a repeat; anything else means that nothing was written, though it should have been.
    if (refused.size > 0 && !refused.has('run')) throw new Busy();
  },
});
