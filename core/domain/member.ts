/**
 * A member's states. `onboarding` until the run ends; `deactivated` members hold no license and cannot use the
 * account, yet stay findable and are activated when a license comes.
 */
export const MEMBER_STATUSES = ['onboarding', 'active', 'deactivated'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export const DEACTIVATION_REASONS = ['no-license'] as const;
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
  status: MemberStatus;
  deactivationReason?: DeactivationReason | undefined;
  createdAt: string;
  /** When the latest invitation was sent, if one was. */
  invitedAt?: string | undefined;
}

/** A person, once in the whole system. The owning account is the one that created the user. */
export interface User {
  userId: string;
  owningAccountId: string;
  email: string;
  loginId: string;
  language: string;
  createdAt: string;
  /** When the user first signed in, after which the login ID works as well as the email. */
  acceptedAt?: string | undefined;
  accountIds: readonly string[];
}
