import type { Endpoint } from './endpoints.ts';
import { keysOf } from './keys-of.ts';

/** The calls that mend something, as the contract has them; it is not to be loaded for their sake. A test compares. */
const MENDING_CALLS = {
  readBilling: { method: 'GET', path: '/v1/accounts/{accountId}/billing' },
  changeSeats: { method: 'PUT', path: '/v1/accounts/{accountId}/billing/seats' },
  changeAccount: { method: 'PATCH', path: '/v1/accounts/{accountId}' },
  takeBackLicense: { method: 'DELETE', path: '/v1/accounts/{accountId}/members/{userId}/licenses/{kind}' },
  signOutMember: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/sign-out' },
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
