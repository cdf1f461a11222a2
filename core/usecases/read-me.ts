import { type Given, rightsOf, roleRefOf } from '../domain/authorization/rights.ts';
import { memberEndpointsOf } from '../domain/endpoints.ts';
import { NotFound } from '../domain/errors.ts';
import { type ApiUrls, type Location, serverAt } from '../domain/location.ts';
import type { User } from '../domain/member.ts';
import { offerTo } from './answer-offer.ts';
import { agencyRoleIn } from './authorize.ts';
import { knownPolicies } from './known-policies.ts';
import type { Ports, Standing } from './ports.ts';

type Needs = Pick<
  Ports,
  'users' | 'standings' | 'policies' | 'agencies' | 'members' | 'runs' | 'locations' | 'extraProfiles'
>;

/** What somebody may do who is not active: nothing. */
const NOWHERE = { folderId: '', byHand: undefined };

/**
 * Tells a signed-in person who they are, what they may do in each of their accounts and at which location (B-7), and
 * which others offer them access. Throws `NotFound`.
 */
export const readMe = (ports: Needs, locations: readonly Location[]) => {
  const policyOf = knownPolicies(ports);

  /** What a session of theirs is to use; nothing where the location is not configured any more. */
  const serverOf = (region: string, apiUrls: ApiUrls) => {
    const location = locations.find((one) => one.region === region);
    return location && serverAt(location, apiUrls);
  };

  const membership = async (
    user: User,
    { account, policyVersion, member, permissions }: Standing,
    apiUrls: ApiUrls,
  ) => {
    if (member === undefined) return undefined;
    const policy = await policyOf(account.accountId, policyVersion);
    const { userId } = user;
    const place: Given = { userId, folderId: member.folderId, byHand: permissions };
    // Until the run has set permissions, the folder's role is not known to be theirs.
    const role = permissions && roleRefOf(policy, place)?.ref;
    const isActive = member.status === 'active' && permissions !== undefined;
    const rights = rightsOf(
      policy,
      isActive ? { ...place, agencyRole: agencyRoleIn(account, user) } : { userId, ...NOWHERE },
    );
    return {
      accountId: account.accountId,
      accountName: account.name,
      status: member.status,
      location: member.location,
      server: serverOf(member.location, apiUrls),
      folderId: member.folderId,
      role,
      roleName: role && policy.role(role)?.name,
      permissions: [...rights.permissions],
      pages: [...rights.pages],
      endpoints: isActive ? memberEndpointsOf(rights.permissions) : [],
      dataViewLevel: rights.dataViewLevel,
      sitePermissionLevel: rights.sitePermissionLevel,
      isAdministrator: rights.isAdministrator,
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

  /** What the person is to be asked, once: administrators about themselves (E-23). */
  const asksOf = async (userId: string, memberships: readonly { isAdministrator: boolean }[]) => {
    if (!memberships.some(({ isAdministrator }) => isAdministrator)) return [];
    return (await ports.extraProfiles.read(userId)) === undefined ? (['extra-profile'] as const) : [];
  };

  return async (userId: string) => {
    const user = await ports.users.read(userId);
    if (user === undefined) throw new NotFound();
    const [apiUrls, ...standings] = await Promise.all([
      ports.locations.apiUrls(),
      ...user.accountIds.map((accountId) => ports.standings.read({ accountId, userId })),
    ]);
    const memberships = await Promise.all(
      standings.flatMap((standing) => (standing ? [membership(user, standing, apiUrls)] : [])),
    );
    const mine = memberships.flatMap((found) => found ?? []);
    // A user is onboarded in the account that made them; any other offers them access, once all is set up there.
    const isOnOffer = ({ accountId, status }: (typeof mine)[number]): boolean =>
      status === 'onboarding' && accountId !== user.owningAccountId;
    const offers = await Promise.all(
      mine.filter(isOnOffer).map(async ({ accountId, accountName, role, roleName }) => {
        const run = await offerTo(ports)({ accountId, userId });
        if (run?.status !== 'offered') return [];
        return [{ accountId, accountName, role, roleName, expiresAt: run.dueAt }];
      }),
    );
    return {
      ...user,
      memberships: mine.filter((found) => !isOnOffer(found)),
      offers: offers.flat(),
      agency: await agency(user),
      asks: await asksOf(userId, mine),
    };
  };
};
