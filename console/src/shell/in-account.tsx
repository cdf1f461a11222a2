import { useMemo } from 'react';
import { Outlet, useParams } from 'react-router';
import { type Account, AccountContext } from '../api/account.tsx';
import { useApi } from '../api/api-provider.tsx';
import { useMe } from '../api/me.ts';
import { NotHere } from '../parts/not-here.tsx';

/** The rooms of one account, for those who are in it. */
const InAccount = () => {
  const { accountId = '' } = useParams();
  const membership = useMe().memberships.find((one) => one.accountId === accountId);
  const api = useApi(membership?.server?.apiUrl);
  const account = useMemo<Account | undefined>(
    () =>
      membership && {
        accountId,
        membership,
        api,
        may: (endpoint) => membership.endpoints.includes(endpoint),
        holds: (permission) => membership.permissions.includes(permission),
      },
    [accountId, membership, api],
  );
  if (account === undefined) return <NotHere />;
  return (
    <AccountContext value={account}>
      <Outlet />
    </AccountContext>
  );
};

export default InAccount;
