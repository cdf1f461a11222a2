import type { Endpoint } from './endpoints.ts';
import { keysOf } from './keys-of.ts';

/** The calls that mend something, as the contract has them; it is not to be loaded for their sake. A test compares. */
const MENDING_CALLS = {
  readBilling: { method: 'GET', path: '/v1/accounts/{accountId}/billing' },
  changeSeats: { method: 'PUT', path: '/v1/accounts/{accountId}/billing/seats' },
  changeAccount: { method: 'PATCH', path: '/v1/accounts/{accountId}' },
  readOnboarding: { method: 'GET', path: '/v1/accounts/{accountId}/onboardings/{runId}' },
  resumeOnboarding: { method: 'POST', path: '/v1/accounts/{accountId}/onboardings/{runId}/resume' },
  discardOnboarding: { method: 'POST', path: '/v1/accounts/{accountId}/onboardings/{runId}/discard' },
  acceptOffer: { method: 'POST', path: '/v1/me/offers/{accountId}/accept' },
  endSession: { method: 'DELETE', path: '/v1/accounts/{accountId}/members/{userId}/sessions/{sessionId}' },
  listSessions: { method: 'GET', path: '/v1/accounts/{accountId}/sessions' },
  readMember: { method: 'GET', path: '/v1/accounts/{accountId}/members/{userId}' },
  readMemberCompleteness: { method: 'GET', path: '/v1/accounts/{accountId}/members/{userId}/completeness' },
  changeMemberAccess: { method: 'PATCH', path: '/v1/accounts/{accountId}/members/{userId}/access' },
  restoreMember: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/restore' },
  reactivateMember: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/reactivate' },
  inviteMember: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/invitation' },
  resetMemberPassword: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/password-reset' },
  signOutMember: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/sign-out' },
  assignLicense: { method: 'PUT', path: '/v1/accounts/{accountId}/members/{userId}/licenses/{kind}' },
  takeBackLicense: { method: 'DELETE', path: '/v1/accounts/{accountId}/members/{userId}/licenses/{kind}' },
  switchAgentFeatures: { method: 'PUT', path: '/v1/accounts/{accountId}/members/{userId}/agent-features' },
} as const satisfies Partial<Record<Endpoint, { method: string; path: string }>>;

export type MendingCall = keyof typeof MENDING_CALLS;

export const MENDING_CALL_NAMES = keysOf(MENDING_CALLS);

/** What mends a problem: in words, and the call that does it. */
export interface Remedy {
  detail: string;
  operationId: MendingCall;
  method: string;
  /** Names in braces are still to be filled in. */
  path: string;
}

/** A remedy; `names` fill in what the path of its call has in braces. */
export const remedyBy = (
  operationId: MendingCall,
  detail: string,
  names: Readonly<Record<string, string>> = {},
): Remedy => filledIn({ detail, operationId, ...MENDING_CALLS[operationId] }, names);

/** A remedy with the names in its path that are known. */
export const filledIn = (remedy: Remedy, names: Readonly<Record<string, string>>): Remedy => ({
  ...remedy,
  path: remedy.path.replaceAll(/\{(\w+)\}/g, (all, name: string) => names[name] ?? all),
});
