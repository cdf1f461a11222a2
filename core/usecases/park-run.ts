import type { Failure } from '../domain/failures.ts';
import type { AttemptRef, Ports } from './ports.ts';
import { later, PARKED_MILLISECONDS } from './run-deadlines.ts';

/** Parks a run at the step that failed, until it is resumed or discarded. A repeat does nothing. */
export const parkRun =
  ({ runs, clock, log }: Pick<Ports, 'runs' | 'clock' | 'log'>) =>
  async (ref: AttemptRef, failure: Failure, stamp: { by: string; requestId: string }): Promise<void> => {
    const at = clock.now().toISOString();
    await runs.park(ref, failure, later(clock, PARKED_MILLISECONDS), { ...stamp, at, channel: 'run' });
    const { accountId, runId, attempt } = ref;
    log('RUN_PARKED', { accountId, runId, attempt, step: failure.step, reason: failure.code });
  };
