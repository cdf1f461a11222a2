import { type Authority, reaches } from '../domain/authorization/authority.ts';
import { fullName } from '../domain/sections/profile.ts';
import { isAlive } from '../domain/session.ts';
import type { PageRequest, Ports } from './ports.ts';

/**
 * Lists the sessions of an account, or of one member, that are alive and whose member one reaches; a page may be short.
 * Throws `InvalidRequest` for a cursor that is not ours.
 */
export const listSessions =
  ({ sessions, members }: Pick<Ports, 'sessions' | 'members'>) =>
  async (authority: Authority, userId: string | undefined, page: PageRequest, now: string) => {
    const { accountId } = authority;
    const { items, nextCursor } = await sessions.list(accountId, userId, page);
    const alive = items.filter((session) => isAlive(session, now));
    const heads = await members.heads(accountId, [...new Set(alive.map((session) => session.userId))]);
    const seen = alive.flatMap((session) => {
      const member = heads.find((head) => head.userId === session.userId);
      return member !== undefined && reaches(authority, member)
        ? [{ ...session, name: fullName(member) }]
        : [];
    });
    return { items: seen, nextCursor };
  };
