import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-provider.tsx';
import { type Membership, useMe } from '../api/me.ts';
import { isProblem, type Problem } from '../api/problem.ts';
import { workSessionQuery } from '../api/work-session.ts';
import { LicenseAcquisition } from './license-acquisition.tsx';
import { useCurrentMembership } from './use-current-membership.ts';

/**
 * Begins a session in the account that one is in, with the concurrent licenses that one needs there, and keeps it alive.
 * When a license is missing, that is said (C-44); the console itself needs none, so one can go on without.
 */
const SessionIn = ({ membership }: { membership: Membership }) => {
  const { accountId, server } = membership;
  const { userId } = useMe();
  const api = useApi(server?.apiUrl);
  const { error, isPending, refetch, isFetching } = useQuery(workSessionQuery(api, accountId, userId));
  // While it is tried again there is no error: what was missing is still said until it is known to be there.
  const [told, setTold] = useState<Problem>();
  const problem = isPending ? told : error;
  if (problem !== told && isProblem(problem, 'license-acquisition')) setTold(problem);
  const [goneOnWithout, setGoneOnWithout] = useState<Error>();
  if (!isProblem(problem, 'license-acquisition')) return null;
  return (
    <LicenseAcquisition
      membership={membership}
      problem={problem}
      opened={problem !== goneOnWithout}
      isTrying={isFetching}
      onTry={() => void refetch()}
      onGoOn={() => setGoneOnWithout(problem)}
    />
  );
};

/** Everybody begins sessions of their own: no permission opens that, so it is not among the endpoints one is told. */
export const WorkSession = () => {
  const membership = useCurrentMembership();
  if (membership === undefined) return null;
  return <SessionIn key={membership.accountId} membership={membership} />;
};
