import { type Fault, LoginIdTaken, RunNotFailed, UserExists } from '../../../core/domain/errors.ts';
import type { Run } from '../../../core/domain/run.ts';
import { fullName, type Profile } from '../../../core/domain/sections/profile.ts';
import type { AttemptRef, Effect, Idempotency, Runs, Stamp } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { finishRun } from './finish-run.ts';
import { byBytes, pageOf } from './page.ts';
import { keepReplay, replayAt } from './replays.ts';

/** What the index by status holds of a run: rows of a list. */
const rowOf = ({ sections: _, formerWork: _former, dueAt: _due, ...row }: Run): Run => row;

const withoutRequest = ({ sections: _, formerWork: _former, dueAt: _due, ...run }: Run): Run => run;

export const inMemoryRuns = (database: Database): Runs => {
  const { runs, emails, loginIds } = database;

  const change = (ref: AttemptRef, from: Run['status'], to: (run: Run) => Run): boolean => {
    const run = runs.get(keys.run(ref));
    if (run?.status !== from || run.attempt !== ref.attempt) return false;
    runs.set(keys.run(ref), copy(to(run)));
    return true;
  };

  const refuseTaken = (userId: string, { email, loginId }: Profile, at: string): void => {
    const isTaken = (holder: string | undefined) => holder !== undefined && holder !== userId;
    const fault = (name: string): Fault => ({
      pointer: `${at}/profile/${name}`,
      detail: 'belongs to a user who exists already',
    });
    const email_ = isTaken(emails.get(email)) ? [fault('email')] : [];
    const loginId_ = isTaken(loginIds.get(loginId)) ? [fault('loginId')] : [];
    if (email_.length > 0) throw new UserExists([...email_, ...loginId_]);
    if (loginId_.length > 0) throw new LoginIdTaken(loginId_);
  };

  const claim = (userId: string, { email, loginId }: Profile): void => {
    emails.set(email, userId);
    loginIds.set(loginId, userId);
  };

  const giveUp = (userId: string, { email, loginId }: Profile): void => {
    if (emails.get(email) === userId) emails.delete(email);
    if (loginIds.get(loginId) === userId) loginIds.delete(loginId);
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
        refuseTaken('', run.sections.profile, '');
        claim(run.userId, run.sections.profile);
        runs.set(keys.run(run), copy({ ...run, dueAt: due }));
      }),

    read: async (ref) => copy(runs.get(keys.run(ref))),

    async list(accountId, status, page) {
      const found = [...runs.values()].filter(
        (run) => run.accountId === accountId && (status === undefined || run.status === status),
      );
      const newestFirst = found
        .sort((one, other) => byBytes(other.runId, one.runId))
        .map((run) => [run.runId, copy(status === undefined ? run : rowOf(run))] as const);
      return pageOf(`runs/${status ?? ''}`, newestFirst, (key, after) => byBytes(key, after) < 0, page);
    },

    resume: async (run, { sections, formerWork = [] }, due, stamp, idempotency) =>
      once(run, stamp, idempotency, () => {
        refuseTaken(run.userId, sections.profile, '/sections');
        const isResumed = change(run, 'failed', ({ failure: _, ...stored }) => ({
          ...stored,
          status: 'running',
          attempt: run.attempt + 1,
          name: fullName(sections.profile),
          sections,
          formerWork,
          dueAt: due,
        }));
        if (!isResumed) throw new RunNotFailed();
        giveUp(run.userId, run.sections.profile);
        claim(run.userId, sections.profile);
      }),

    async park(ref, failure, due) {
      change(ref, 'running', (run) => ({ ...run, status: 'failed', failure, dueAt: due }));
    },

    finish: finishRun(database),

    beginDiscard: async (run, due, stamp, idempotency) =>
      once(run, stamp, idempotency, () => {
        const isBegun = change(run, 'failed', (stored) => ({ ...stored, status: 'discarding', dueAt: due }));
        if (!isBegun) throw new RunNotFailed();
      }),

    async endDiscard(run, stamp) {
      const isEnded = change(run, 'discarding', (stored) => ({
        ...withoutRequest(stored),
        status: 'discarded',
        endedAt: stamp.at,
      }));
      if (isEnded) giveUp(run.userId, run.sections.profile);
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
