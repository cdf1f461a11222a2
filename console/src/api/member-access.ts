import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type {
  accessPreview,
  accessPreviewRequest,
  accessRequest,
  accessView,
} from '../../../core/contract/member-access.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf, versionedBodyOf } from './client.ts';
import { forgetMembers, memberKey } from './members.ts';
import { isProblem } from './problem.ts';

export type Access = z.output<typeof accessView>;
export type AccessPreview = z.output<typeof accessPreview>;
export type AccessChange = z.input<typeof accessPreviewRequest>;
type AccessRequest = z.input<typeof accessRequest>;

const ACCESS = '/v1/accounts/{accountId}/members/{userId}/access';

/** What a member may do, and where each part of it comes from, with the version that a change is based on. */
export const accessQuery = ({ api, accountId }: Pick<Account, 'api' | 'accountId'>, userId: string) =>
  queryOptions({
    queryKey: [...memberKey(accountId, userId), 'access'],
    queryFn: () => versionedBodyOf(api.GET(ACCESS, { params: { path: { accountId, userId } } })),
  });

export const useAccess = (userId: string) => useQuery(accessQuery(useAccount(), userId));

/** What a change would add, take away and break; asked anew with each change, once there is one. */
export const useAccessPreview = (userId: string, change: AccessChange) => {
  const { api, accountId } = useAccount();
  return useQuery({
    queryKey: [...memberKey(accountId, userId), 'access-preview', change],
    queryFn: () =>
      bodyOf(api.POST(`${ACCESS}/preview`, { params: { path: { accountId, userId } }, body: change })),
    enabled: Object.keys(change).length > 0,
    placeholderData: (before) => before,
  });
};

export const useChangeAccess = (userId: string) => {
  const { api, accountId } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, body }: { etag: string; body: AccessRequest }) =>
      versionedBodyOf(
        api.PATCH(ACCESS, { params: { path: { accountId, userId }, header: { 'if-match': etag } }, body }),
      ),
    onError: (error) => {
      if (isProblem(error, 'changed-meanwhile')) void forgetMembers(queries, accountId);
    },
    onSuccess: async (changed) => {
      queries.setQueryData([...memberKey(accountId, userId), 'access'], changed);
      await Promise.all([
        forgetMembers(queries, accountId),
        // It may have been one's own.
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]);
    },
  });
};
