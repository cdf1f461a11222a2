import { matchPath, useLocation } from 'react-router';
import { type Membership, useMe } from '../api/me.ts';

/** The account that one is in by the address; outside of any, the only active one, or the one last been in. */
export const useCurrentMembership = (): Membership | undefined => {
  const { memberships } = useMe();
  const { pathname } = useLocation();
  const named = matchPath('/accounts/:accountId/*', pathname)?.params.accountId;
  if (named !== undefined) sessionStorage.setItem(LAST_ACCOUNT, named);
  const wanted = named ?? sessionStorage.getItem(LAST_ACCOUNT);
  const active = memberships.filter(({ status }) => status === 'active');
  return active.find(({ accountId }) => accountId === wanted) ?? active[0];
};

const LAST_ACCOUNT = 'rollcall.account';

export const forgetLastAccount = (): void => sessionStorage.removeItem(LAST_ACCOUNT);
