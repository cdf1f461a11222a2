import { type Authority, reaches } from '../domain/authorization/authority.ts';
import { placeSince } from '../domain/ids.ts';
import type { PageRequest, Ports } from './ports.ts';

/** Lists who waits for a license, oldest first, as far as whoever asks reaches; a page may be short. Throws `InvalidRequest`. */
export const listWaitingLine =
  ({ seats, members }: Pick<Ports, 'seats' | 'members'>) =>
  async (authority: Authority, page: PageRequest) => {
    const { accountId } = authority;
    const { items, nextCursor } = await seats.line(accountId, page);
    const heads = await members.heads(
      accountId,
      items.map(({ userId }) => userId),
    );
    const seen = items.flatMap(({ userId, kinds, place }) => {
      const member = heads.find((head) => head.userId === userId);
      if (member === undefined || !reaches(authority, member)) return [];
      const { firstName, lastName, status } = member;
      return [{ userId, firstName, lastName, status, kinds, since: placeSince(place) }];
    });
    return { items: seen, nextCursor };
  };
