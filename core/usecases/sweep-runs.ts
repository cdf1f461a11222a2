import type { Run } from '../domain/run.ts';
import { ACTIVATE, STEPS } from '../domain/steps.ts';
import { drawRun } from './follow-onboarding.ts';
import { parkRun } from './park-run.ts';
import type { Ports, Stamp } from './ports.ts';
import { LOST_START_MILLISECONDS, later, UNDER_WAY_MILLISECONDS } from './run-deadlines.ts';
import { undoOnboarding } from './undo-onboarding.ts';

type Needs = Pick<Ports, 'runs' | 'members' | 'seats' | 'work' | 'identity' | 'workflow' | 'clock' | 'log'>;

const SWEEPER = 'sweeper';
const MOST_AT_ONCE = 100;

/**
 * Redoes what a crash lost: starts runs that were stored but never begun, parks runs whose execution ended without
 * saying so, finishes discards that were cut off, and discards runs parked, and offers not answered, for too long.
 * Answers how many it saw.
 */
export const sweepRuns =
  (ports: Needs) =>
  async (requestId: string): Promise<number> => {
    const now = ports.clock.now().toISOString();
    const refs = await ports.runs.due(now, MOST_AT_ONCE);
    for (const ref of refs) {
      try {
        const run = await ports.runs.read(ref);
        if (run !== undefined && isDue(run, now)) await sweep(ports)(run, requestId);
      } catch (error) {
        // The others must not wait for this one: it is still due, so its turn comes again.
        const reason = error instanceof Error ? error.name : 'unknown';
        ports.log('SWEEP_FAILED', { ...ref, requestId, reason });
      }
    }
    return refs.length;
  };

/** The index lags, and a round takes time: a run parked meanwhile is not due for 30 days, and must not be discarded. */
const isDue = (run: Run, now: string): boolean => run.dueAt !== undefined && run.dueAt <= now;

const sweep =
  (ports: Needs) =>
  async (run: Run, requestId: string): Promise<void> => {
    const stamp: Stamp = { at: ports.clock.now().toISOString(), by: SWEEPER, channel: SWEEPER, requestId };
    switch (run.status) {
      case 'running':
        return restart(ports)(run, requestId);
      case 'failed':
      case 'offered':
        await ports.runs.beginDiscard(run, later(ports.clock, LOST_START_MILLISECONDS), stamp);
        return undoOnboarding(ports)(run, stamp);
      case 'discarding':
        return undoOnboarding(ports)(run, stamp);
      case 'done':
      case 'discarded':
        return;
    }
  };

/** An execution's name can be used once, so starting it again tells whether it has been through. */
const restart =
  (ports: Needs) =>
  async (run: Run, requestId: string): Promise<void> => {
    const state = await ports.workflow.start(run);
    if (state === 'started') return ports.runs.postpone(run, later(ports.clock, UNDER_WAY_MILLISECONDS));
    const { steps } = await drawRun(ports)(run);
    const step = STEPS.find((_, index) => steps[index]?.state === 'running')?.name ?? ACTIVATE;
    const detail = 'The execution ended without an answer.';
    await parkRun(ports)(run, { step, code: 'interrupted', detail }, { by: SWEEPER, requestId });
  };
