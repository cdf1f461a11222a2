import { deadAt, isAlive } from '../domain/session.ts';
import type { Ports, SessionRef, Stamp } from './ports.ts';
import { later } from './run-deadlines.ts';

type Needs = Pick<Ports, 'sessions' | 'clock' | 'log'>;

const SWEEPER = 'sweeper';
const PAGE = 1_000;
const AT_ONCE = 25;

/** Others are waiting to be swept too. */
const LONGEST_MILLISECONDS = 20_000;

/**
 * Ends the sessions that are not heard of any more and gives their seats back, at the latest a minute after their time is
 * over; of those that are alive it says when to look again. A session is looked at every three minutes: of 10,000, 3,300
 * each time. Answers how many it saw.
 */
export const sweepSessions =
  (ports: Needs) =>
  async (requestId: string): Promise<number> => {
    const last = later(ports.clock, LONGEST_MILLISECONDS);
    const seen = new Set<string>();
    for (;;) {
      const now = ports.clock.now().toISOString();
      // The index lags: what has just been looked at may still be due in it, and must not hide the rest.
      const due = await ports.sessions.due(now, seen.size + PAGE);
      const fresh = due.filter(({ sessionId }) => !seen.has(sessionId));
      for (let begin = 0; begin < fresh.length; begin += AT_ONCE) {
        if (ports.clock.now().toISOString() >= last) return seen.size;
        const some = fresh.slice(begin, begin + AT_ONCE);
        for (const { sessionId } of some) seen.add(sessionId);
        await Promise.all(some.map((ref) => lookAt(ports)(ref, requestId)));
      }
      if (fresh.length === 0) return seen.size;
    }
  };

const lookAt =
  ({ sessions, clock, log }: Needs) =>
  async (ref: SessionRef, requestId: string): Promise<void> => {
    try {
      const session = await sessions.read(ref);
      if (session === undefined) return;
      const at = clock.now().toISOString();
      if (isAlive(session, at)) return await sessions.postpone(ref, deadAt(session.seenAt));
      const stamp: Stamp = { at, by: SWEEPER, channel: SWEEPER, requestId };
      await sessions.end(ref, stamp, session.seenAt);
    } catch (error) {
      // The others must not wait for this one: it is still due, so its turn comes again.
      const reason = error instanceof Error ? error.name : 'unknown';
      log('SWEEP_FAILED', { ...ref, requestId, reason });
    }
  };
