import { type Authority, reaches } from '../domain/authorization/authority.ts';
import type { TakenSeats } from '../domain/errors.ts';
import { isNamed, type LicenseKind } from '../domain/licenses.ts';
import { type Pool, poolOf, takenSeats } from '../domain/pool.ts';
import { fullName } from '../domain/sections/profile.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'seats' | 'sessions' | 'members'>;

/** How many of those who have the seats are looked up: more names than anybody reads. */
const MOST_NAMED = 100;

const usersWith =
  ({ seats, sessions }: Needs) =>
  async (accountId: string, kind: LicenseKind): Promise<readonly string[]> => {
    if (isNamed(kind)) return seats.holders(accountId, kind, MOST_NAMED);
    const { items } = await sessions.list(accountId, undefined, { limit: MOST_NAMED });
    return [...new Set(items.filter(({ kinds }) => kinds.includes(kind)).map(({ userId }) => userId))];
  };

/** How many seats of each kind are taken, and who has them, as far as whoever asks reaches those. */
export const whoHasSeats =
  (ports: Needs) =>
  async (
    authority: Authority,
    kinds: readonly LicenseKind[],
    pools: readonly Pool[],
  ): Promise<readonly TakenSeats[]> =>
    Promise.all(
      kinds.map(async (kind) => {
        const pool = poolOf(pools, kind);
        const userIds = await usersWith(ports)(authority.accountId, kind);
        const members = await ports.members.heads(authority.accountId, userIds);
        return {
          kind,
          taken: pool === undefined ? 0 : takenSeats(pool),
          members: members
            .filter((member) => reaches(authority, member))
            .map((member) => ({ userId: member.userId, name: fullName(member) })),
        };
      }),
    );
