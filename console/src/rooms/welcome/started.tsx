import { Navigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useCurrentMembership } from '../../shell/use-current-membership.ts';
import { useNextOfWelcome } from './next-of-welcome.ts';

/** Who has just come in completes their profile, where there is an account that they can do that in. */
export default function Started() {
  const membership = useCurrentMembership();
  const next = useNextOfWelcome();
  if (membership === undefined) return <Navigate {...next} replace />;
  return <Navigate to={addressesIn(membership.accountId).welcome} replace />;
}
