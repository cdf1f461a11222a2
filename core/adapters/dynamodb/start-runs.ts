import { Busy, type Fault, LoginIdTaken, RunNotFailed, UserExists } from '../../domain/errors.ts';
import type { OpenRun } from '../../domain/run.ts';
import { fullName } from '../../domain/sections/profile.ts';
import type { Idempotency, Runs } from '../../usecases/ports.ts';
import { runItem } from './items/run.ts';
import { DUE, emailKey, loginKey, runKey, runsByStatus } from './keys.ts';
import { keepReplay, replayFrom } from './replays.ts';
import type { Store } from './store.ts';
import { type Operation, type Refusals, transact } from './transact.ts';

/** The claims on an email and a login ID, each unique in the whole system (C-49, D-31). */
const claims = (store: Store, { accountId, runId, userId }: OpenRun) => ({
  claim: (Key: { pk: string; sk: string }): Operation => ({
    Put: {
      TableName: store.table,
      Item: { ...Key, userId, runId, accountId },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }),
  giveUp: (Key: { pk: string; sk: string }): Operation => ({
    Delete: {
      TableName: store.table,
      Key,
      ConditionExpression: 'userId = :user',
      ExpressionAttributeValues: { ':user': userId },
    },
  }),
});

/** A replay comes before everything else: its own effect is what stands in the way of the rest. */
const replayed = (refused: Refusals, idempotency: Idempotency | undefined): string | undefined =>
  idempotency && refused.has('replay') ? replayFrom(refused.get('replay'), idempotency) : undefined;

const refuseTaken = (refused: Refusals, at: string): void => {
  const email: Fault = { pointer: `${at}/profile/email`, detail: 'belongs to a user who exists already' };
  const loginId: Fault = { pointer: `${at}/profile/loginId`, detail: 'belongs to a user who exists already' };
  const faults = [refused.has('email') ? [email] : [], refused.has('loginId') ? [loginId] : []].flat();
  if (refused.has('email')) throw new UserExists(faults);
  if (refused.has('loginId')) throw new LoginIdTaken(faults);
};

export const startRuns = (store: Store): Pick<Runs, 'start' | 'resume'> => ({
  /**
   * AP-53 · claim email and login ID, and store the run · 1 transaction, 6 write units (2 more per KB of request
   * beyond the first, 2 more with an Idempotency-Key), 2 of index.
   */
  async start(run, due, stamp, idempotency) {
    const { claim } = claims(store, run);
    const { email, loginId } = run.sections.profile;
    const refused = await transact(store, {
      email: claim(emailKey(email)),
      loginId: claim(loginKey(loginId)),
      run: {
        Put: {
          TableName: store.table,
          Item: {
            ...runKey(run),
            ...runItem.parse(run),
            statusPk: runsByStatus(run.accountId, run.status),
            statusSk: run.runId,
            duePk: DUE,
            dueAt: due,
            changed: stamp,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      replay: idempotency && keepReplay(store, idempotency, run.runId, stamp),
    });
    if (refused.size === 0) return {};
    const replayOf = replayed(refused, idempotency);
    if (replayOf !== undefined) return { replayOf };
    refuseTaken(refused, '');
    // Nothing was written, and nobody is to blame but a run of the same id.
    throw new Busy();
  },

  /**
   * AP-54 · resume a failed run with its sections corrected · 1 transaction, 2 write units per KB of request (2 more
   * with an Idempotency-Key, 4 more per claim that moves), 4 of index.
   */
  async resume(run, { sections, formerWork = [] }, due, stamp, idempotency) {
    const { claim, giveUp } = claims(store, run);
    const before = run.sections.profile;
    const after = sections.profile;
    const emailMoves = before.email !== after.email;
    const loginIdMoves = before.loginId !== after.loginId;
    const refused = await transact(store, {
      run: {
        Update: {
          TableName: store.table,
          Key: runKey(run),
          UpdateExpression:
            'SET #status = :running, attempt = :next, sections = :sections, formerWork = :formerWork, #name = :name, statusPk = :statusPk, dueAt = :due, changed = :stamp REMOVE failure',
          ConditionExpression: '#status = :failed AND attempt = :attempt',
          ExpressionAttributeNames: { '#status': 'status', '#name': 'name' },
          ExpressionAttributeValues: {
            ':running': 'running',
            ':failed': 'failed',
            ':attempt': run.attempt,
            ':next': run.attempt + 1,
            ':sections': sections,
            ':formerWork': formerWork,
            ':name': fullName(after),
            ':statusPk': runsByStatus(run.accountId, 'running'),
            ':due': due,
            ':stamp': stamp,
          },
        },
      },
      email: emailMoves ? claim(emailKey(after.email)) : undefined,
      formerEmail: emailMoves ? giveUp(emailKey(before.email)) : undefined,
      loginId: loginIdMoves ? claim(loginKey(after.loginId)) : undefined,
      formerLoginId: loginIdMoves ? giveUp(loginKey(before.loginId)) : undefined,
      replay: idempotency && keepReplay(store, idempotency, run.runId, stamp),
    });
    if (refused.size === 0) return {};
    const replayOf = replayed(refused, idempotency);
    if (replayOf !== undefined) return { replayOf };
    refuseTaken(refused, '/sections');
    throw new RunNotFailed();
  },
});
