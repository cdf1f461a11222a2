import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type * as z from 'zod';
import type { memberList, memberListQuery, memberView } from '../../../core/contract/member.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf, versionedBodyOf } from './client.ts';

export type Member = z.output<typeof memberView>;
export type MemberSummary = z.output<typeof memberList>['items'][number];
export type MemberFilters = Omit<z.input<typeof memberListQuery>, 'cursor' | 'limit'>;

type In = Pick<Account, 'api' | 'accountId'>;

const ofMember = (accountId: string, userId: string) => ({ params: { path: { accountId, userId } } });

/** All that is known of the members of an account, and of one of them. */
export const membersKey = (accountId: string) => ['members', accountId] as const;
export const memberKey = (accountId: string, userId: string) => [...membersKey(accountId), userId] as const;

/** A member, with the version that a change of them is based on. */
export const memberQuery = ({ api, accountId }: In, userId: string) =>
  queryOptions({
    queryKey: [...memberKey(accountId, userId), 'profile'],
    queryFn: () =>
      versionedBodyOf(api.GET('/v1/accounts/{accountId}/members/{userId}', ofMember(accountId, userId))),
  });

export const useMember = (userId: string) => useQuery(memberQuery(useAccount(), userId));

/** Members by what they are filtered and searched by; in the order of what is searched for, else of the name. */
export const membersQuery = ({ api, accountId }: In, filters: MemberFilters) =>
  infiniteQueryOptions({
    queryKey: [...membersKey(accountId), 'list', filters],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/accounts/{accountId}/members', {
          params: {
            path: { accountId },
            query: { ...filters, limit: 50, ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useMembers = (filters: MemberFilters) => useInfiniteQuery(membersQuery(useAccount(), filters));

/** What is missing from a profile, and which fields of email templates stay empty because of it. */
export const useCompleteness = (userId: string) => {
  const { api, accountId } = useAccount();
  return useQuery({
    queryKey: [...memberKey(accountId, userId), 'completeness'],
    queryFn: () =>
      bodyOf(api.GET('/v1/accounts/{accountId}/members/{userId}/completeness', ofMember(accountId, userId))),
  });
};

/** What is known of members, and what follows from it, is asked for anew. */
export const forgetMembers = async (queries: QueryClient, accountId: string): Promise<void> => {
  const resources = ['members', 'licenses', 'seats', 'billing', 'sessions'];
  await Promise.all(
    resources.map((resource) => queries.invalidateQueries({ queryKey: [resource, accountId] })),
  );
};

export type Act = 'suspend' | 'restore' | 'sign-out' | 'password-reset' | 'invitation';

/** Does one of those things to a member that need no more than to be asked for. */
export const useActOnMember = (userId: string) => {
  const { api, accountId } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) =>
      bodyOf(api.POST(`/v1/accounts/{accountId}/members/{userId}/${act}`, ofMember(accountId, userId))),
    onSettled: () => forgetMembers(queries, accountId),
  });
};

/** Ends one of one's own sessions: the licenses that it takes are free at once. */
export const useEndSession = (userId: string) => {
  const { api, accountId } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (sessionId: string) => {
      await api.DELETE('/v1/accounts/{accountId}/members/{userId}/sessions/{sessionId}', {
        params: { path: { accountId, userId, sessionId } },
      });
    },
    onSettled: () => forgetMembers(queries, accountId),
  });
};

/** The sessions of a member, by their beginning. */
export const useMemberSessions = (userId: string) => {
  const { api, accountId } = useAccount();
  return useInfiniteQuery({
    queryKey: ['sessions', accountId, userId],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/accounts/{accountId}/members/{userId}/sessions', {
          params: { path: { accountId, userId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};
