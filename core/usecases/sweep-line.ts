import { sendDueInvitation } from './invite-member.ts';
import type { Ports } from './ports.ts';
import { later } from './run-deadlines.ts';
import { serveWaitingLine } from './serve-waiting-line.ts';

type Needs = Pick<
  Ports,
  'seats' | 'invitations' | 'accounts' | 'members' | 'users' | 'identity' | 'clock' | 'log'
>;

const MOST_AT_ONCE = 100;

/** How often the line of somebody who goes on waiting is looked at, in case the change feed has lost a change. */
const WAITING_MILLISECONDS = 15 * 60_000;
/** When a line is looked at again that could not be served, or not to its end. */
const LEFT_OVER_MILLISECONDS = 60_000;

/** How many of one line are served at once: some ten seconds’ worth, as those of others have their turn too. */
const MOST_SERVED = 200;

/**
 * Redoes what the change feed lost: serves waiting lines that somebody has stood in for a while, and sends invitations
 * that nobody has sent. Answers how many places and invitations it saw.
 */
export const sweepLine =
  (ports: Needs) =>
  async (requestId: string, mostServed = MOST_SERVED): Promise<number> => {
    const now = ports.clock.now().toISOString();
    const places = await ports.seats.duePlaces(now, MOST_AT_ONCE);
    const invitations = await ports.invitations.due(now, MOST_AT_ONCE);
    const attempt = async (accountId: string, work: () => Promise<unknown>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        // The others must not wait for this one: its turn comes again.
        const reason = error instanceof Error ? error.name : 'unknown';
        ports.log('SWEEP_FAILED', { accountId, requestId, reason });
      }
    };
    const done = new Set<string>();
    for (const accountId of new Set(places.map((place) => place.accountId)))
      await attempt(accountId, async () => {
        const served = await serveWaitingLine(ports)(accountId, requestId, mostServed);
        if (served < mostServed) done.add(accountId);
      });
    for (const place of places) {
      const pause = done.has(place.accountId) ? WAITING_MILLISECONDS : LEFT_OVER_MILLISECONDS;
      await attempt(place.accountId, () => ports.seats.postponePlace(place, later(ports.clock, pause)));
    }
    for (const { accountId, userId } of invitations)
      await attempt(accountId, () => sendDueInvitation(ports)({ accountId, userId }, requestId));
    return places.length + invitations.length;
  };
