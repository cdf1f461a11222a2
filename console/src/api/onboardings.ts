import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { accessOfferRequest } from '../../../core/contract/access-offer.ts';
import type { onboardingRequest, runList, runListQuery, runView } from '../../../core/contract/onboarding.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type Run = z.output<typeof runView>;
export type RunSummary = z.output<typeof runList>['items'][number];
export type RunStatus = NonNullable<z.output<typeof runListQuery.status>>;
export type OnboardingRequest = z.input<typeof onboardingRequest>;
export type AccessOffer = z.input<typeof accessOfferRequest>;

const RUNS = '/v1/accounts/{accountId}/onboardings';
const EACH_SECOND = 1_000;

const runsKey = (accountId: string) => ['onboardings', accountId] as const;

/** What a run changes of the account while it goes on. */
const CHANGED_BY_RUNS = ['members', 'seats', 'billing', 'licenses'];

const useRunsChanged = () => {
  const { accountId } = useAccount();
  const queries = useQueryClient();
  return (run?: Run): void => {
    void queries.invalidateQueries({ queryKey: runsKey(accountId) });
    for (const resource of CHANGED_BY_RUNS)
      void queries.invalidateQueries({ queryKey: [resource, accountId] });
    if (run !== undefined) queries.setQueryData([...runsKey(accountId), run.runId], run);
  };
};

const isGoingOn = (run: Run | undefined): boolean =>
  run?.status === 'running' || run?.status === 'discarding';

/** A run as it goes on, looked at each second until it does not. */
export const useRun = (runId: string) => {
  const { accountId, api } = useAccount();
  return useQuery({
    queryKey: [...runsKey(accountId), runId],
    queryFn: () => bodyOf(api.GET(`${RUNS}/{runId}`, { params: { path: { accountId, runId } } })),
    refetchInterval: ({ state }) => (isGoingOn(state.data) ? EACH_SECOND : false),
    staleTime: 0,
  });
};

/** The runs of the account, newest first. */
export const useRuns = (status: RunStatus | undefined) => {
  const { accountId, api } = useAccount();
  return useInfiniteQuery({
    queryKey: [...runsKey(accountId), 'list', status],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET(RUNS, {
          params: {
            path: { accountId },
            query: {
              ...(status !== undefined && { status }),
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
};

/** Adds a user: begins the run of the eight steps. Repeated under the same key, it gives the same run. */
export const useStartOnboarding = () => {
  const { accountId, api } = useAccount();
  const changed = useRunsChanged();
  return useMutation({
    mutationFn: ({ request, key }: { request: OnboardingRequest; key: string }) =>
      bodyOf(
        api.POST(RUNS, {
          params: { path: { accountId }, header: { 'idempotency-key': key } },
          body: request,
        }),
      ),
    onSuccess: (run) => changed(run),
  });
};

/** Lets a parked run go on, with sections corrected. */
export const useResume = (runId: string) => {
  const { accountId, api } = useAccount();
  const changed = useRunsChanged();
  return useMutation({
    mutationFn: (sections: Partial<OnboardingRequest>) =>
      bodyOf(
        api.POST(`${RUNS}/{runId}/resume`, {
          params: { path: { accountId, runId } },
          body: { sections },
        }),
      ),
    onSuccess: (run) => changed(run),
  });
};

/** Undoes what a parked run did. */
export const useDiscard = (runId: string) => {
  const { accountId, api } = useAccount();
  const changed = useRunsChanged();
  return useMutation({
    mutationFn: () => bodyOf(api.POST(`${RUNS}/{runId}/discard`, { params: { path: { accountId, runId } } })),
    onSuccess: (run) => changed(run),
  });
};

/** Offers a user who exists access to accounts: one run each (D-33, D-34). */
export const useOfferAccess = () => {
  const { accountId, api } = useAccount();
  const changed = useRunsChanged();
  return useMutation({
    mutationFn: ({ offer, key }: { offer: AccessOffer; key: string }) =>
      bodyOf(
        api.POST('/v1/accounts/{accountId}/access-offers', {
          params: { path: { accountId }, header: { 'idempotency-key': key } },
          body: offer,
        }),
      ),
    onSuccess: () => changed(),
  });
};
