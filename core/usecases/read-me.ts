import { NotFound } from '../domain/errors.ts';
import { effectivePermissions } from '../domain/roles.ts';
import type { Ports, Standing } from './ports.ts';

const membership = ({ account, member, permissions }: Standing) => ({
  accountId: account.accountId,
  accountName: account.name,
  status: member.status,
  location: member.location,
  role: permissions?.role,
  permissions:
    permissions === undefined || member.status !== 'active'
      ? []
      : [...effectivePermissions(permissions.role, permissions.grants)],
});

/** Tells a signed-in person who they are and what they may do in each of their accounts. Throws `NotFound`. */
export const readMe =
  ({ users, standings }: Pick<Ports, 'users' | 'standings'>) =>
  async (userId: string) => {
    const user = await users.read(userId);
    if (user === undefined) throw new NotFound();
    const found = await Promise.all(
      user.accountIds.map((accountId) => standings.read({ accountId, userId })),
    );
    return { ...user, memberships: found.flatMap((standing) => (standing ? [membership(standing)] : [])) };
  };
