import { isAlive, type Session } from '../domain/session.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';

const PAGE = 100;

/** Looks at every session of an account, or of one member, until `look` has seen enough. */
export const eachSession =
  ({ sessions }: Pick<Ports, 'sessions'>) =>
  async (
    accountId: string,
    userId: string | undefined,
    look: (session: Session) => Promise<'enough' | undefined>,
  ): Promise<void> => {
    let cursor: string | undefined;
    do {
      const page = await sessions.list(accountId, userId, { limit: PAGE, cursor });
      for (const session of page.items) if ((await look(session)) === 'enough') return;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  };

/** Ends the sessions of a member, or those that `which` says, and gives their seats back. A repeat does nothing. */
export const endSessions =
  (ports: Pick<Ports, 'sessions'>) =>
  async (
    { accountId, userId }: MemberRef,
    stamp: Stamp,
    which: (session: Session) => boolean = () => true,
  ): Promise<void> => {
    await eachSession(ports)(accountId, userId, async (session) => {
      if (which(session)) await ports.sessions.end(session, stamp);
      return undefined;
    });
  };

/** Ends a member's sessions but for so many of the newest. */
export const endOldest =
  (ports: Pick<Ports, 'sessions'>) =>
  async ({ accountId, userId }: MemberRef, left: number, stamp: Stamp): Promise<void> => {
    const all: Session[] = [];
    await eachSession(ports)(accountId, userId, async (session) => {
      all.push(session);
      return undefined;
    });
    const age = ({ startedAt, sessionId }: Session) => `${startedAt} ${sessionId}`;
    const newestFirst = all.sort((one, other) => age(other).localeCompare(age(one)));
    for (const session of newestFirst.slice(left)) await ports.sessions.end(session, stamp);
  };

/**
 * Ends the sessions of an account whose time is over, and gives their seats back: nobody who asks for one waits for the
 * sweeper. Answers how many there were.
 */
export const endDeadSessions =
  (ports: Pick<Ports, 'sessions'>) =>
  async (accountId: string, stamp: Stamp): Promise<number> => {
    let dead = 0;
    await eachSession(ports)(accountId, undefined, async (session) => {
      if (isAlive(session, stamp.at)) return undefined;
      dead += 1;
      await ports.sessions.end(session, stamp, session.seenAt);
      return undefined;
    });
    return dead;
  };
