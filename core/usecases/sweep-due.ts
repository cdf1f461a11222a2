import type { Ports } from './ports.ts';
import { later } from './run-deadlines.ts';

/** What a sweeper looks at, and how fast. */
export interface Sweep<Ref> {
  due: (now: string, limit: number) => Promise<readonly Ref[]>;
  idOf: (ref: Ref) => string;
  lookAt: (ref: Ref) => Promise<void>;
  page: number;
  atOnce: number;
  longestMilliseconds: number;
}

/**
 * Looks at all that is due, some at a time, until nothing is left or the time is over. One that fails holds up no other: it
 * is still due, so its turn comes again. Answers how many it looked at.
 */
export const sweepDue =
  ({ clock, log }: Pick<Ports, 'clock' | 'log'>) =>
  async <Ref extends object>(
    requestId: string,
    { due, idOf, lookAt, ...pace }: Sweep<Ref>,
  ): Promise<number> => {
    const attempt = async (ref: Ref): Promise<void> => {
      try {
        await lookAt(ref);
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        log('SWEEP_FAILED', { ...ref, requestId, reason });
      }
    };
    const last = later(clock, pace.longestMilliseconds);
    const seen = new Set<string>();
    for (;;) {
      // The index lags: what has just been looked at may still be due in it, and must not hide the rest.
      const found = await due(clock.now().toISOString(), seen.size + pace.page);
      const fresh = found.filter((ref) => !seen.has(idOf(ref)));
      for (let begin = 0; begin < fresh.length; begin += pace.atOnce) {
        if (clock.now().toISOString() >= last) return seen.size;
        const some = fresh.slice(begin, begin + pace.atOnce);
        for (const ref of some) seen.add(idOf(ref));
        await Promise.all(some.map(attempt));
      }
      if (fresh.length === 0) return seen.size;
    }
  };
