import { usesOf, usesWithout } from '../../domain/authorization/uses.ts';
import { AlreadyMember, Busy, ChangedMeanwhile, RunNotFailed } from '../../domain/errors.ts';
import type { OpenRun } from '../../domain/run.ts';
import { fullName } from '../../domain/sections/profile.ts';
import type { Runs } from '../../usecases/ports.ts';
import { claim, claimsOf, claimsWithout, giveUpClaims, refuseTaken } from './claims.ts';
import { runItem } from './items/run.ts';
import { DUE, memberKey, runKey, runsByStatus } from './keys.ts';
import { keepReplay, replayedBy } from './replays.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';
import { isDeleted, moveUses } from './uses.ts';

/** What a run keeps from being deleted: the folder, role and groups of its member to be. */
export const usesOfRun = ({ folderId, sections }: OpenRun) => usesOf(folderId, sections.permissions);

/**
 * Nobody is offered the account that they are a member of. Their claim on the place does not tell: who came as a new
 * user made none.
 */
const noMember = ({ table }: Store, run: OpenRun): Operation => ({
  ConditionCheck: {
    TableName: table,
    Key: memberKey(run),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

export const startRuns = (store: Store): Pick<Runs, 'start' | 'resume'> => ({
  /**
   * AP-53 · claim email, login ID (of an offer: the place in the account) and extension, take folder, role and groups into
   * use, and store the run · 1 transaction, 6 write units (2 more with an extension, 2 per KB of request beyond the first,
   * 4 per use, 2 more with an Idempotency-Key), 2 of index.
   */
  async start(run, due, stamp, idempotency) {
    const taken = usesOfRun(run);
    const refused = await transact(store, {
      ...claim(store, run, claimsOf(run)),
      member: run.isOffer ? noMember(store, run) : undefined,
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
      ...moveUses(store, { member: run, taken }, stamp),
    });
    if (refused.size === 0) return {};
    const replayOf = replayedBy(refused, idempotency);
    if (replayOf !== undefined) return { replayOf };
    refuseTaken(refused, '');
    if (refused.has('member')) throw new AlreadyMember();
    if (isDeleted(refused, taken)) throw new ChangedMeanwhile();
    // Nothing was written, and nobody is to blame but a run of the same id.
    throw new Busy();
  },

  /**
   * AP-54 · resume a failed run with its sections corrected · 1 transaction, 2 write units per KB of request (2 more
   * with an Idempotency-Key, 4 more per claim that moves, per use taken and per use given up), 4 of index.
   */
  async resume(run, { sections, formerWork = [] }, due, stamp, idempotency) {
    const { folderId } = sections.profile;
    const name = fullName(sections.profile);
    const claims = { before: claimsOf(run), after: claimsOf(run, sections) };
    const uses = { before: usesOfRun(run), after: usesOfRun({ ...run, folderId, sections }) };
    const taken = usesWithout(uses.after, uses.before);
    const givenUp = usesWithout(uses.before, uses.after);
    const kept = name === run.name ? [] : usesWithout(uses.after, taken);
    const refused = await transact(store, {
      run: {
        Update: {
          TableName: store.table,
          Key: runKey(run),
          UpdateExpression:
            'SET #status = :running, attempt = :next, sections = :sections, folderId = :folder, formerWork = :formerWork, #name = :name, statusPk = :statusPk, dueAt = :due, changed = :stamp REMOVE failure',
          ConditionExpression: '#status = :failed AND attempt = :attempt',
          ExpressionAttributeNames: { '#status': 'status', '#name': 'name' },
          ExpressionAttributeValues: {
            ':running': 'running',
            ':failed': 'failed',
            ':attempt': run.attempt,
            ':next': run.attempt + 1,
            ':sections': sections,
            ':folder': folderId,
            ':formerWork': formerWork,
            ':name': name,
            ':statusPk': runsByStatus(run.accountId, 'running'),
            ':due': due,
            ':stamp': stamp,
          },
        },
      },
      ...claim(store, run, claimsWithout(claims.after, claims.before)),
      ...giveUpClaims(store, run, claimsWithout(claims.before, claims.after)),
      replay: idempotency && keepReplay(store, idempotency, run.runId, stamp),
      ...moveUses(store, { member: { ...run, name }, taken, givenUp, kept }, stamp),
    });
    if (refused.size === 0) return {};
    const replayOf = replayedBy(refused, idempotency);
    if (replayOf !== undefined) return { replayOf };
    refuseTaken(refused, '/sections');
    if (isDeleted(refused, taken) && !refused.has('run')) throw new ChangedMeanwhile();
    throw new RunNotFailed();
  },
});
