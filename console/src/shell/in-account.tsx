import { Outlet, useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { NotHere } from '../parts/not-here.tsx';
import { AccountOf } from './account-of.tsx';

/** The rooms of one account, for those who are in it. */
const InAccount = () => {
  const { accountId = '' } = useParams();
  const membership = useMe().memberships.find((one) => one.accountId === accountId);
  if (membership === undefined) return <NotHere />;
  return (
    <AccountOf membership={membership}>
      <Outlet />
    </AccountOf>
  );
};

export default InAccount;
