import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type {
  agentFeaturesPreview,
  memberLicenses,
  waitingLine,
} from '../../../core/contract/member-licenses.ts';
import type { sessionList } from '../../../core/contract/session.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type MemberLicenses = z.output<typeof memberLicenses>;
export type AgentFeaturesPreview = z.output<typeof agentFeaturesPreview>;
export type WaitingPlace = z.output<typeof waitingLine>['items'][number];
export type WorkSession = z.output<typeof sessionList>['items'][number];

const ACCOUNT = '/v1/accounts/{accountId}';
const MEMBER = `${ACCOUNT}/members/{userId}` as const;

type Place = Pick<Account, 'accountId' | 'api'>;

const memberLicensesQuery = ({ accountId, api }: Place, userId: string) =>
  queryOptions({
    queryKey: ['licenses', accountId, userId],
    queryFn: () => bodyOf(api.GET(`${MEMBER}/licenses`, { params: { path: { accountId, userId } } })),
  });

/** What a member holds, waits for, and takes at sign-in. */
export const useMemberLicenses = (userId: string) => useQuery(memberLicensesQuery(useAccount(), userId));

/** What turning the agent features on or off would free and take (B-2); nothing is asked before it is wanted. */
export const useAgentFeaturesPreview = (userId: string, enabled: boolean, isWanted: boolean) => {
  const { accountId, api } = useAccount();
  return useQuery({
    queryKey: ['licenses', accountId, userId, 'agent-features', enabled],
    queryFn: () =>
      bodyOf(
        api.POST(`${MEMBER}/agent-features/preview`, {
          params: { path: { accountId, userId } },
          body: { enabled },
        }),
      ),
    enabled: isWanted,
    staleTime: 0,
  });
};

export const useSwitchAgentFeatures = (userId: string) => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (enabled: boolean) =>
      bodyOf(
        api.PUT(`${MEMBER}/agent-features`, { params: { path: { accountId, userId } }, body: { enabled } }),
      ),
    onSuccess: (licenses) => {
      queries.setQueryData(['licenses', accountId, userId], licenses);
      // Somebody else may have got the seat by now.
      for (const resource of ['billing', 'seats', 'licenses', 'members'])
        void queries.invalidateQueries({ queryKey: [resource, accountId] });
    },
  });
};

const pageOf = (cursor: string) => (cursor === '' ? {} : { cursor });

const A_SECOND = 1_000;

/** Who waits for which licenses, oldest first; a page at a time. Looked at each second until then. */
export const useWaitingLine = (isWanted: boolean, watchedUntil = 0) => {
  const { accountId, api } = useAccount();
  return useInfiniteQuery({
    queryKey: ['licenses', accountId, 'waiting-line'],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET(`${ACCOUNT}/waiting-line`, { params: { path: { accountId }, query: pageOf(pageParam) } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isWanted,
    refetchInterval: () => (Date.now() < watchedUntil ? A_SECOND : false),
  });
};

/** Who is signed in, with the licenses that each session takes; a page at a time. */
export const useWorkSessions = (isWanted: boolean) => {
  const { accountId, api } = useAccount();
  return useInfiniteQuery({
    queryKey: ['sessions', accountId],
    queryFn: ({ pageParam }) =>
      bodyOf(api.GET(`${ACCOUNT}/sessions`, { params: { path: { accountId }, query: pageOf(pageParam) } })),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isWanted,
  });
};
