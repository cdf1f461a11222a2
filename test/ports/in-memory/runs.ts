import { usesOf, usesWithout } from '../../../core/domain/authorization/uses.ts';
import { ChangedMeanwhile, RunNotFailed } from '../../../core/domain/errors.ts';
import type { OpenRun, Run } from '../../../core/domain/run.ts';
import { fullName } from '../../../core/domain/sections/profile.ts';
import type { AttemptRef, Effect, Idempotency, Runs, Stamp } from '../../../core/usecases/ports.ts';
import { claimsIn } from './claims.ts';
import { copy, type Database, keys } from './database.ts';
import { finishRun } from './finish-run.ts';
import { byBytes, pageOf } from './page.ts';
import { keepReplay, replayAt } from './replays.ts';
import { giveUpUses, isDeleted, takeUses } from './uses.ts';

const usesOfRun = ({ folderId, sections }: OpenRun) => usesOf(folderId, sections.permissions);

/** What the index by status holds of a run: rows of a list. */
const rowOf = ({ sections: _, formerWork: _former, dueAt: _due, agencyRole: _role, ...row }: Run): Run => row;

const withoutRequest = ({ sections: _, formerWork: _former, dueAt: _due, ...run }: Run): Run => run;

export const inMemoryRuns = (database: Database): Runs => {
  const { runs } = database;
  const { refuseTaken, claim, giveUp } = claimsIn(database);

  const change = (
    ref: AttemptRef,
    from: Run['status'] | readonly Run['status'][],
    to: (run: Run) => Run,
  ): boolean => {
    const run = runs.get(keys.run(ref));
    if (run === undefined || ![from].flat().includes(run.status) || run.attempt !== ref.attempt) return false;
    runs.set(keys.run(ref), copy(to(run)));
    return true;
  };

  /** The effect under an Idempotency-Key: once, then the id of what came of it. */
  const once = (run: Run, stamp: Stamp, idempotency: Idempotency | undefined, effect: () => void): Effect => {
    const replayOf = replayAt(database, idempotency, stamp);
    if (replayOf !== undefined) return { replayOf };
    effect();
    keepReplay(database, idempotency, run.runId, stamp);
    return {};
  };

  return {
    start: async (run, due, stamp, idempotency) =>
      once(run, stamp, idempotency, () => {
        const taken = usesOfRun(run);
        refuseTaken(run, run.sections, '', true);
        if (isDeleted(database, run.accountId, taken)) throw new ChangedMeanwhile();
        claim(run, run.sections);
        takeUses(database, run, taken);
        runs.set(keys.run(run), copy({ ...run, dueAt: due }));
      }),

    read: async (ref) => copy(runs.get(keys.run(ref))),

    async list(accountId, status, page, sees) {
      const found = [...runs.values()].filter(
        (run) => run.accountId === accountId && (status === undefined || run.status === status),
      );
      const newestFirst = found
        .sort((one, other) => byBytes(other.runId, one.runId))
        .map((run) => [run.runId, copy(status === undefined ? run : rowOf(run))] as const);
      return pageOf(
        `${accountId}/runs/${status ?? ''}`,
        newestFirst,
        (key, after) => byBytes(key, after) < 0,
        page,
        sees,
      );
    },

    resume: async (run, { sections, formerWork = [] }, due, stamp, idempotency) =>
      once(run, stamp, idempotency, () => {
        refuseTaken(run, sections, '/sections', false);
        const { folderId } = sections.profile;
        const name = fullName(sections.profile);
        const before = usesOfRun(run);
        const after = usesOfRun({ ...run, folderId, sections });
        const isFailed = runs.get(keys.run(run))?.status === 'failed';
        if (isFailed && isDeleted(database, run.accountId, usesWithout(after, before))) {
          throw new ChangedMeanwhile();
        }
        const isResumed = change(run, 'failed', ({ failure: _, ...stored }) => ({
          ...stored,
          status: 'running',
          attempt: run.attempt + 1,
          name,
          folderId,
          sections,
          formerWork,
          dueAt: due,
        }));
        if (!isResumed) throw new RunNotFailed();
        giveUp(run);
        claim(run, sections);
        giveUpUses(database, run, before);
        takeUses(database, { ...run, name }, after);
      }),

    async park(ref, failure, due) {
      change(ref, 'running', (run) => ({ ...run, status: 'failed', failure, dueAt: due }));
    },

    async offer(ref, due) {
      change(ref, 'running', (run) => ({ ...run, status: 'offered', dueAt: due }));
    },

    finish: finishRun(database),

    beginDiscard: async (run, due, stamp, idempotency) =>
      once(run, stamp, idempotency, () => {
        const isBegun = change(run, ['failed', 'offered'], (stored) => ({
          ...stored,
          status: 'discarding',
          dueAt: due,
        }));
        if (!isBegun) throw new RunNotFailed();
      }),

    async endDiscard(run, stamp) {
      const isEnded = change(run, 'discarding', (stored) => ({
        ...withoutRequest(stored),
        status: 'discarded',
        endedAt: stamp.at,
      }));
      if (!isEnded) return;
      giveUp(run);
      giveUpUses(database, run, usesOfRun(run));
    },

    due: async (now, limit) =>
      [...runs.values()]
        .flatMap(({ accountId, runId, dueAt = '' }) => (dueAt === '' ? [] : [{ accountId, runId, dueAt }]))
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => byBytes(one.dueAt, other.dueAt))
        .slice(0, limit)
        .map(({ accountId, runId }) => ({ accountId, runId })),

    async postpone(ref, due) {
      change(ref, 'running', (run) => ({ ...run, dueAt: due }));
    },
  };
};
