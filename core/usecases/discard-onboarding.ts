import { NotFound, RunNotFailed } from '../domain/errors.ts';
import type { Run } from '../domain/run.ts';
import type { Idempotency, Ports, RunRef, Stamp } from './ports.ts';
import { LOST_START_MILLISECONDS, later } from './run-deadlines.ts';
import { undoOnboarding } from './undo-onboarding.ts';

type Needs = Pick<Ports, 'runs' | 'replays' | 'members' | 'seats' | 'work' | 'identity' | 'clock' | 'log'>;

/**
 * Gives up a failed run, or an offer, and undoes what it did. A discard that was cut off is taken up by a repeat, or by
 * the sweeper.
 * Throws `NotFound`, `RunNotFailed`, `IdempotencyKeyReused`.
 */
export const discardOnboarding =
  (ports: Needs) =>
  async (ref: RunRef, stamp: Stamp, idempotency?: Idempotency): Promise<Run> => {
    const run = await ports.runs.read(ref);
    if (run === undefined) throw new NotFound();
    const replayOf = idempotency && (await ports.replays.find(idempotency));
    if (replayOf === undefined && run.status !== 'discarding') await begin(ports)(run, stamp, idempotency);
    const begun = await ports.runs.read(ref);
    if (begun?.status === 'discarding') await undoOnboarding(ports)(begun, stamp);
    return (await ports.runs.read(ref)) ?? run;
  };

const begin =
  ({ runs, clock }: Needs) =>
  async (run: Run, stamp: Stamp, idempotency?: Idempotency): Promise<void> => {
    if (run.status !== 'failed' && run.status !== 'offered') throw new RunNotFailed();
    await runs.beginDiscard(run, later(clock, LOST_START_MILLISECONDS), stamp, idempotency);
  };
