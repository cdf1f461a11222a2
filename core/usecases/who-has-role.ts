import { type Authority, reaches } from '../domain/authorization/authority.ts';
import { isBuiltIn } from '../domain/authorization/role-ref.ts';
import { fullName } from '../domain/sections/profile.ts';
import type { Ports } from './ports.ts';

/** More names than anybody reads. */
const MOST_NAMED = 100;

/** Who has a role of the account's own by hand, as far as whoever asks reaches them; of built-in ones no list is kept. */
export const whoHasRole =
  ({ policies, members }: Pick<Ports, 'policies' | 'members'>) =>
  async (authority: Authority, role: string): Promise<readonly { userId: string; name: string }[]> => {
    if (isBuiltIn(role)) return [];
    const users = await policies.users(authority.accountId, { kind: 'role', id: role }, MOST_NAMED);
    const userIds = users.map(({ userId }) => userId);
    const heads = await members.heads(authority.accountId, userIds);
    return heads
      .filter((member) => reaches(authority, member))
      .map((member) => ({ userId: member.userId, name: fullName(member) }));
  };
