import { newId } from '../domain/ids.ts';
import type { OpenRun, Run } from '../domain/run.ts';
import type { Sections } from '../domain/sections/index.ts';
import { fullName } from '../domain/sections/profile.ts';
import type { Idempotency, Ports, Stamp } from './ports.ts';
import { LOST_START_MILLISECONDS, later } from './run-deadlines.ts';
import { startExecution } from './start-execution.ts';

/**
 * Claims the email and the login ID for a new user and stores the run, for its execution to begin. The claims are made
 * here, at the door, so that of many requests for one email the others learn it at once.
 * Throws `UserExists`, `LoginIdTaken`, `IdempotencyKeyReused`.
 */
export const acceptOnboarding =
  ({ runs, clock }: Pick<Ports, 'runs' | 'clock'>) =>
  async (
    accountId: string,
    sections: Sections,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<{ run: Run; isReplay: boolean }> => {
    const run: OpenRun = {
      accountId,
      runId: newId('run'),
      userId: newId('user'),
      name: fullName(sections.profile),
      status: 'running',
      attempt: 1,
      requestedBy: stamp.by,
      createdAt: stamp.at,
      sections,
    };
    const { replayOf } = await runs.start(run, later(clock, LOST_START_MILLISECONDS), stamp, idempotency);
    if (replayOf === undefined) return { run, isReplay: false };
    return { run: (await runs.read({ accountId, runId: replayOf })) ?? run, isReplay: true };
  };

/** Accepts a new user and starts their run. Throws what `acceptOnboarding` throws. */
export const startOnboarding =
  (ports: Pick<Ports, 'runs' | 'workflow' | 'clock' | 'log'>) =>
  async (...request: Parameters<ReturnType<typeof acceptOnboarding>>): Promise<Run> => {
    const { run, isReplay } = await acceptOnboarding(ports)(...request);
    if (!isReplay) await startExecution(ports)(run);
    return run;
  };
