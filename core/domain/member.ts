import type { AgencyRole } from './authorization/rights.ts';

/**
 * A member's states. `onboarding` until the run ends; `deactivated` members hold no license and cannot use the
 * account, yet stay findable and are activated when a license comes. `suspended` members keep what they have and
 * can do nothing, until an administrator restores them.
 */
export const MEMBER_STATUSES = ['onboarding', 'active', 'deactivated', 'suspended'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/**
 * Why a member is deactivated: no license was free, and they stand in line for one; or the base license was taken from
 * them, and they get one when somebody gives it to them.
 */
export const DEACTIVATION_REASONS = ['no-license', 'license-taken-back'] as const;
export type DeactivationReason = (typeof DEACTIVATION_REASONS)[number];

/** A user inside one account: what lists need. Times are RFC 3339. */
export interface Member {
  accountId: string;
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  loginId: string;
  location: string;
  folderId: string;
  /** By hand, as their permissions say; who has none has that of their folder. */
  role?: string | undefined;
  status: MemberStatus;
  deactivationReason?: DeactivationReason | undefined;
  createdAt: string;
  /** When the latest invitation was sent, if one was. */
  invitedAt?: string | undefined;
  /** Tokens from before are refused in this account. */
  signedOutAt?: string | undefined;
  /** Counts the changes of role, grants, folder, networks and status: the ETag of the member's access. */
  version: number;
}

/** What of a person is copied into each of their memberships, and into the sign-in service. */
export const PERSONAL_FIELDS = ['firstName', 'lastName', 'email', 'loginId', 'language'] as const;

/** A role that reaches every account of an agency, held through the account in which the user is administrator. */
export interface AgencyMembership {
  agencyId: string;
  accountId: string;
  role: AgencyRole;
  /** The only networks the user may call from, as their membership says. */
  allowedNetworks?: readonly string[] | undefined;
  /** Tokens from before are refused in every account of the agency: the account it is held through signed them out. */
  signedOutAt?: string | undefined;
}

/** A person, once in the whole system. The owning account is the one that created the user. */
export interface User {
  userId: string;
  owningAccountId: string;
  firstName: string;
  lastName: string;
  email: string;
  loginId: string;
  language: string;
  createdAt: string;
  /** When the user first signed in, after which the login ID works as well as the email. */
  acceptedAt?: string | undefined;
  /** When the latest mail was sent that their mailbox refused for good. */
  bouncedAt?: string | undefined;
  accountIds: readonly string[];
  /** Tokens from before are refused everywhere. */
  signedOutAt?: string | undefined;
  agencyRole?: AgencyMembership | undefined;
}
