import { type RunStatus, summarised } from '../domain/run.ts';
import type { PageRequest, Ports } from './ports.ts';

/** Lists the runs of an account, newest first. Throws `InvalidRequest` for a cursor that is not ours. */
export const listOnboardings =
  ({ runs }: Pick<Ports, 'runs'>) =>
  async (accountId: string, { status, ...page }: PageRequest & { status?: RunStatus | undefined }) => {
    const { items, nextCursor } = await runs.list(accountId, status, page);
    return { items: items.map(summarised), nextCursor };
  };
