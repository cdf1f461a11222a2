import { createContext, use } from 'react';
import type { Api } from './client.ts';
import type { Membership } from './me.ts';

/** The account whose rooms one is in: what one is there, and its API, at the location that is the member's. */
export interface Account {
  readonly accountId: string;
  readonly membership: Membership;
  readonly api: Api;
  /** Whether one may make this call; the API decides it anew with each. */
  readonly may: (endpoint: Membership['endpoints'][number]) => boolean;
  readonly holds: (permission: Membership['permissions'][number]) => boolean;
}

export const AccountContext = createContext<Account | undefined>(undefined);

export const useAccount = (): Account => {
  const account = use(AccountContext);
  if (account === undefined) throw new Error('there is no account outside of its rooms');
  return account;
};
