import { type Authority, reaches, requireInFolder } from '../domain/authorization/authority.ts';
import { NotFound } from '../domain/errors.ts';
import type { Run } from '../domain/run.ts';
import type { Ports, RunRef } from './ports.ts';

/** One sees the runs that one has asked for, and those of members within one's reach. */
export const seesRun = (authority: Authority, run: Run): boolean =>
  run.requestedBy === authority.userId || reaches(authority, run);

/** Throws `NotFound` for a run that is not there, or out of reach. */
export const requireRun =
  ({ runs }: Pick<Ports, 'runs'>) =>
  async (authority: Authority, ref: RunRef): Promise<Run> => {
    const run = await runs.read(ref);
    if (run === undefined || !seesRun(authority, run)) throw new NotFound();
    return run;
  };

/** To let a run go on, or undo it, one has to be able to put users into its folder (C-57). Throws `NotFound`, `NotInFolder`. */
export const requireRunControl =
  (ports: Pick<Ports, 'runs'>) =>
  async (authority: Authority, ref: RunRef): Promise<void> => {
    const run = await requireRun(ports)(authority, ref);
    requireInFolder(authority, run.folderId, 'read', 'write', 'store');
  };
