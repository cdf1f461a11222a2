import type { Endpoint } from './endpoints.ts';

/** What mends a problem: in words, and the call that does it, if there is one. */
export interface Remedy {
  detail: string;
  operationId?: Endpoint | undefined;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | undefined;
  /** Names in braces are still to be filled in. */
  path?: string | undefined;
}

/** The calls that mend something, as the contract has them; it is not to be loaded for their sake. A test compares. */
const MENDING_CALLS = {
  readBilling: { method: 'GET', path: '/v1/accounts/{accountId}/billing' },
  changeSeats: { method: 'PUT', path: '/v1/accounts/{accountId}/billing/seats' },
  changeAccount: { method: 'PATCH', path: '/v1/accounts/{accountId}' },
  signOutMember: { method: 'POST', path: '/v1/accounts/{accountId}/members/{userId}/sign-out' },
} as const satisfies Partial<Record<Endpoint, Required<Pick<Remedy, 'method' | 'path'>>>>;

export type MendingCall = keyof typeof MENDING_CALLS;

/** A remedy that is a call; `names` fill in what its path has in braces. */
export const remedyBy = (
  operationId: MendingCall,
  detail: string,
  names: Readonly<Record<string, string>> = {},
): Remedy => filledIn({ detail, operationId, ...MENDING_CALLS[operationId] }, names);

/** A remedy with the names in its path that are known. */
export const filledIn = (remedy: Remedy, names: Readonly<Record<string, string>>): Remedy => {
  const path = remedy.path?.replaceAll(/\{(\w+)\}/g, (all, name: string) => names[name] ?? all);
  return path === undefined ? remedy : { ...remedy, path };
};
