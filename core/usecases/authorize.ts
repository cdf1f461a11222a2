import { AddressNotAllowed, Forbidden, MemberNotActive, NotFound } from '../domain/errors.ts';
import { isWithin } from '../domain/network.ts';
import type { Permission } from '../domain/permissions.ts';
import { effectivePermissions } from '../domain/roles.ts';
import type { MemberRef, Ports } from './ports.ts';

interface Request extends MemberRef {
  sourceAddress: string;
  permission: Permission;
  /** The member a request is about, when being that member is permission enough. */
  self?: string | undefined;
}

/**
 * Decides whether a user may do something in an account, in this order: account, status, address, permission.
 * Whoever is no member of the account learns nothing of it, not even that it exists.
 * Answers what else they may do there. Throws `NotFound`, `MemberNotActive`, `AddressNotAllowed`, `Forbidden`.
 */
export const authorize =
  ({ standings }: Pick<Ports, 'standings'>) =>
  async ({
    accountId,
    userId,
    sourceAddress,
    permission,
    self,
  }: Request): Promise<ReadonlySet<Permission>> => {
    const standing = await standings.read({ accountId, userId });
    if (standing === undefined) throw new NotFound();
    const { member, permissions, access } = standing;
    if (member.status !== 'active' || permissions === undefined) throw new MemberNotActive();
    if (access !== undefined && !isWithin(sourceAddress, access.allowedNetworks))
      throw new AddressNotAllowed();
    const granted = effectivePermissions(permissions.role, permissions.grants);
    if (self !== userId && !granted.has(permission)) throw new Forbidden(permission);
    return granted;
  };
