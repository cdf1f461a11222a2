import { type Given, rightsOf } from '../domain/authorization/rights.ts';
import { endpointsOf } from '../domain/endpoints.ts';
import { NotFound } from '../domain/errors.ts';
import type { User } from '../domain/member.ts';
import { agencyRoleIn } from './authorize.ts';
import { knownPolicies } from './known-policies.ts';
import type { Ports, Standing } from './ports.ts';

type Needs = Pick<Ports, 'users' | 'standings' | 'policies' | 'agencies'>;

/** What somebody may do who is not active: nothing. */
const NOWHERE = { folderId: '', byHand: undefined };

/** Tells a signed-in person who they are and what they may do in each of their accounts. Throws `NotFound`. */
export const readMe = (ports: Needs) => {
  const policyOf = knownPolicies(ports);

  const membership = async (user: User, { account, policyVersion, member, permissions }: Standing) => {
    if (member === undefined) return undefined;
    const policy = await policyOf(account.accountId, policyVersion);
    const byHand = permissions;
    const { userId } = user;
    const given: Given = {
      userId,
      ...(member.status === 'active' && byHand
        ? { folderId: member.folderId, byHand, agencyRole: agencyRoleIn(account, user) }
        : NOWHERE),
    };
    const rights = rightsOf(policy, given);
    return {
      accountId: account.accountId,
      accountName: account.name,
      status: member.status,
      location: member.location,
      folderId: member.folderId,
      role: rights.role ?? byHand?.role,
      permissions: [...rights.permissions],
      pages: [...rights.pages],
      endpoints: endpointsOf(rights.permissions),
      dataViewLevel: rights.dataViewLevel,
      sitePermissionLevel: rights.sitePermissionLevel,
    };
  };

  const agency = async ({ agencyRole }: User) => {
    if (agencyRole === undefined) return undefined;
    const { agencyId, role } = agencyRole;
    const [found, accounts] = await Promise.all([
      ports.agencies.read(agencyId),
      ports.agencies.accounts(agencyId),
    ]);
    return found && { agencyId, name: found.name, role, accounts };
  };

  return async (userId: string) => {
    const user = await ports.users.read(userId);
    if (user === undefined) throw new NotFound();
    const standings = await Promise.all(
      user.accountIds.map((accountId) => ports.standings.read({ accountId, userId })),
    );
    const memberships = await Promise.all(
      standings.flatMap((standing) => (standing ? [membership(user, standing)] : [])),
    );
    const mine = memberships.flatMap((found) => found ?? []);
    // A user is onboarded in the account that made them; in any other, access is offered to them.
    const isOffered = ({ accountId, status }: (typeof mine)[number]): boolean =>
      status === 'onboarding' && accountId !== user.owningAccountId;
    return {
      ...user,
      memberships: mine.filter((found) => !isOffered(found)),
      offers: mine.filter(isOffered),
      agency: await agency(user),
    };
  };
};
