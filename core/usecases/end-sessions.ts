import type { Session } from '../domain/session.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';

const PAGE = 100;

/** Ends the sessions of a member, or those that `which` says, and gives their seats back. A repeat does nothing. */
export const endSessions =
  ({ sessions }: Pick<Ports, 'sessions'>) =>
  async (
    { accountId, userId }: MemberRef,
    stamp: Stamp,
    which: (session: Session) => boolean = () => true,
  ): Promise<void> => {
    let cursor: string | undefined;
    do {
      const page = await sessions.list(accountId, userId, { limit: PAGE, cursor });
      for (const session of page.items) if (which(session)) await sessions.end(session, stamp);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  };
