import { type ReactNode, useMemo } from 'react';
import { type Account, AccountContext } from '../api/account.tsx';
import { useApi } from '../api/api-provider.tsx';
import type { Membership } from '../api/me.ts';

/** What is inside is about the account of this membership. */
export const AccountOf = ({ membership, children }: { membership: Membership; children: ReactNode }) => {
  const api = useApi(membership.server?.apiUrl);
  const account = useMemo<Account>(
    () => ({
      accountId: membership.accountId,
      membership,
      api,
      may: (endpoint) => membership.endpoints.includes(endpoint),
      holds: (permission) => membership.permissions.includes(permission),
    }),
    [membership, api],
  );
  return <AccountContext value={account}>{children}</AccountContext>;
};
