import { deadAt, isAlive } from '../domain/session.ts';
import type { Ports, SessionRef, Stamp } from './ports.ts';
import { sweepDue } from './sweep-due.ts';

type Needs = Pick<Ports, 'sessions' | 'clock' | 'log'>;

const SWEEPER = 'sweeper';

/**
 * Ends the sessions that are not heard of any more and gives their seats back, at the latest a minute after their time is
 * over; of those that are alive it says when to look again. A session is looked at every three minutes: of 10,000, 3,300
 * each time. Answers how many it saw.
 */
export const sweepSessions =
  (ports: Needs) =>
  (requestId: string): Promise<number> =>
    sweepDue(ports)(requestId, {
      due: ports.sessions.due,
      idOf: ({ sessionId }) => sessionId,
      lookAt: (ref) => endOrPostpone(ports)(ref, requestId),
      page: 1_000,
      atOnce: 25,
      // Others are waiting to be swept too.
      longestMilliseconds: 20_000,
    });

const endOrPostpone =
  ({ sessions, clock }: Needs) =>
  async (ref: SessionRef, requestId: string): Promise<void> => {
    const session = await sessions.read(ref);
    if (session === undefined) return;
    const at = clock.now().toISOString();
    if (isAlive(session, at)) return sessions.postpone(ref, deadAt(session.seenAt));
    const stamp: Stamp = { at, by: SWEEPER, channel: SWEEPER, requestId };
    await sessions.end(ref, stamp, session.seenAt);
  };
