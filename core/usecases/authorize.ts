import type { ApiUser } from '../domain/api-user.ts';
import { type Authority, type Placed, requireAny, requireReach } from '../domain/authorization/authority.ts';
import { type AgencyRole, type Given, rightsOf } from '../domain/authorization/rights.ts';
import { ENDPOINTS, type Endpoint, type EndpointAccess } from '../domain/endpoints.ts';
import {
  AddressNotAllowed,
  EndpointNotGranted,
  MemberNotActive,
  NotFound,
  SignedOut,
} from '../domain/errors.ts';
import { isApiUserId, ROOT_FOLDER } from '../domain/ids.ts';
import type { Member, User } from '../domain/member.ts';
import { isWithin } from '../domain/network.ts';
import { knownPolicies } from './known-policies.ts';
import type { Ports, Standing } from './ports.ts';

/** Who asks for what, as the request and its token say. */
export interface Asked {
  accountId: string;
  /** A user, or an API user. */
  userId: string;
  /** When the token's session began, in seconds since 1970. */
  signedInAtSeconds: number;
  sourceAddress: string;
  endpoint: Endpoint;
  /** The member whom the request is about. */
  targetId?: string | undefined;
}

interface Needs {
  standings: Pick<Ports['standings'], 'read' | 'readApiUser'>;
  policies: Pick<Ports['policies'], 'read'>;
}

/** Seconds are all a token tells, so one from the very second of the sign-out counts as older. */
const isBefore = (signedInAtSeconds: number, at: string | undefined): boolean =>
  at !== undefined && signedInAtSeconds * 1000 < Date.parse(at);

const requireSession = (
  { signedInAtSeconds }: Pick<Asked, 'signedInAtSeconds'>,
  ...ends: readonly (string | undefined)[]
): void => {
  if (ends.some((at) => isBefore(signedInAtSeconds, at))) throw new SignedOut();
};

const requireAddress = ({ sourceAddress }: Asked, networks: readonly string[] | undefined): void => {
  if (networks !== undefined && !isWithin(sourceAddress, networks)) throw new AddressNotAllowed();
};

/** The role that a user's agency gives them in one of its accounts. */
export const agencyRoleIn = (
  { agencyId }: Standing['account'],
  user: User | undefined,
): AgencyRole | undefined =>
  agencyId !== undefined && user?.agencyRole?.agencyId === agencyId ? user.agencyRole.role : undefined;

/** The membership that counts: none for whom it is only offered to, if their agency lets them in anyway. */
const memberOf = ({ member }: Standing, agencyRole: AgencyRole | undefined): Member | undefined =>
  member?.status === 'onboarding' && agencyRole !== undefined ? undefined : member;

const decide = (authority: Authority, { endpoint, targetId }: Asked, target: Placed | undefined): void => {
  const access: EndpointAccess = ENDPOINTS[endpoint];
  const isSelf = targetId === authority.userId;
  // What a program may call, its endpoints say alone.
  const isGranted =
    authority.endpoints?.includes(endpoint) ||
    (typeof access === 'object' && (access.anyMember || (access.orSelf && isSelf)));
  if (typeof access === 'object' && !isGranted) requireAny(authority, access.anyOf);
  if (targetId === undefined || isSelf) return;
  if (target === undefined) throw new NotFound();
  requireReach(authority, target);
};

/** What an API user has been given, in the terms of members. */
export const givenTo = ({ apiUserId, grants, pages }: ApiUser): Given => ({
  userId: apiUserId,
  folderId: ROOT_FOLDER,
  byHand: {
    role: 'api-user',
    grants: [...grants],
    pages: [...pages],
    dataViewLevel: 'account',
    groups: [],
  },
});

/**
 * Decides whether somebody may do something in an account, in this order: account, status, sign-out time, address,
 * permission, reach. Whoever has nothing to do with the account learns nothing of it, not even that it exists.
 * Costs one batch read, and one more read when the account's policy has changed. Answers with what else they may do
 * there. Throws `NotFound`, `MemberNotActive`, `SignedOut`, `AddressNotAllowed`, `EndpointNotGranted`, `Forbidden`.
 */
export const authorize = ({ standings, policies }: Needs) => {
  const policyOf = knownPolicies({ policies });

  const asPerson = async (asked: Asked): Promise<Authority> => {
    const { accountId, userId, targetId } = asked;
    const standing = await standings.read({ accountId, userId }, targetId);
    if (standing === undefined) throw new NotFound();
    const { account, policyVersion, user, permissions, access, target } = standing;
    const agencyRole = agencyRoleIn(account, user);
    const member = memberOf(standing, agencyRole);
    if (user === undefined || (member === undefined && agencyRole === undefined)) throw new NotFound();
    if (member !== undefined && (member.status !== 'active' || permissions === undefined))
      throw new MemberNotActive();
    const ofAgency = agencyRole && user.agencyRole;
    requireSession(asked, user.signedOutAt, member?.signedOutAt, ofAgency?.signedOutAt);
    requireAddress(asked, member && access?.allowedNetworks);
    // What an agency gives goes no further than the membership that it stands on, in any of the agency's accounts.
    requireAddress(asked, ofAgency?.allowedNetworks);
    const policy = await policyOf(accountId, policyVersion);
    const byHand = member && permissions;
    // Whoever comes by their agency alone is in no folder: what the account gives its members is not theirs.
    const given: Given = { userId, folderId: member?.folderId ?? '', byHand, agencyRole };
    const authority = { accountId, userId, rights: rightsOf(policy, given), policy, agencyRole };
    decide(authority, asked, target);
    return authority;
  };

  const asProgram = async (asked: Asked): Promise<Authority> => {
    const { accountId, userId, targetId } = asked;
    const standing = await standings.readApiUser({ accountId, apiUserId: userId }, targetId);
    if (standing?.apiUser === undefined) throw new NotFound();
    const { apiUser, policyVersion, target } = standing;
    requireSession(asked, apiUser.signedOutAt);
    requireAddress(asked, apiUser.allowedNetworks);
    if (!apiUser.endpoints.includes(asked.endpoint)) throw new EndpointNotGranted();
    const policy = await policyOf(accountId, policyVersion);
    const rights = rightsOf(policy, givenTo(apiUser));
    const authority = { accountId, userId, rights, policy, endpoints: apiUser.endpoints };
    decide(authority, asked, target);
    return authority;
  };

  return (asked: Asked): Promise<Authority> =>
    isApiUserId(asked.userId) ? asProgram(asked) : asPerson(asked);
};

/**
 * Lets a person through who asks about themselves, in whatever account. Throws `NotFound`, `SignedOut`, and
 * `EndpointNotGranted` for a program.
 */
export const admitPerson =
  ({ standings }: Pick<Ports, 'standings'>) =>
  async (asked: Pick<Asked, 'userId' | 'signedInAtSeconds'>): Promise<void> => {
    if (isApiUserId(asked.userId)) throw new EndpointNotGranted();
    const user = await standings.readUser(asked.userId);
    if (user === undefined) throw new NotFound();
    requireSession(asked, user.signedOutAt);
  };
