import { NotFound } from '../domain/errors.ts';
import type { Ports, SessionRef } from './ports.ts';

/** A session goes on, though its time be over, if nobody has needed its seats since. Throws `NotFound` once it has ended. */
export const keepSession =
  ({ sessions }: Pick<Ports, 'sessions'>) =>
  async (ref: SessionRef, at: string): Promise<void> => {
    if (!(await sessions.heartbeat(ref, at))) throw new NotFound();
  };
