import { NotFound } from '../domain/errors.ts';
import { type FollowedRun, followed, type Run } from '../domain/run.ts';
import type { Ports, RunRef } from './ports.ts';

type Needs = Pick<Ports, 'runs' | 'members'>;

/** Draws a run that is at hand, from what its steps have left. */
export const drawRun =
  ({ members }: Pick<Needs, 'members'>) =>
  async (run: Run): Promise<FollowedRun> => {
    const left = await members.read(run);
    return followed(run, left?.records ?? []);
  };

/** Reads a run with its eight steps. Throws `NotFound`. */
export const followOnboarding =
  (ports: Needs) =>
  async (ref: RunRef): Promise<FollowedRun> => {
    const run = await ports.runs.read(ref);
    if (run === undefined) throw new NotFound();
    return drawRun(ports)(run);
  };
