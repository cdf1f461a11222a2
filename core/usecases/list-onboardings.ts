import type { Authority } from '../domain/authorization/authority.ts';
import { type Run, type RunStatus, summarised } from '../domain/run.ts';
import type { PageRequest, Ports } from './ports.ts';
import { seesRun } from './see-run.ts';

/** Lists the runs of an account that one sees, newest first. Throws `InvalidRequest` for a cursor that is not ours. */
export const listOnboardings =
  ({ runs }: Pick<Ports, 'runs'>) =>
  async (authority: Authority, { status, ...page }: PageRequest & { status?: RunStatus | undefined }) => {
    const sees = (run: Run) => seesRun(authority, run);
    const { items, nextCursor } = await runs.list(authority.accountId, status, page, sees);
    return { items: items.map(summarised), nextCursor };
  };
