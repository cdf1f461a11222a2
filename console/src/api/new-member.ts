import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { accessPreview, newMemberPreviewRequest } from '../../../core/contract/member-access.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type AccessPreview = z.output<typeof accessPreview>;
export type NewMemberPreviewRequest = z.input<typeof newMemberPreviewRequest>;

/** What a new member would be able to do; changes nothing. */
export const useNewMemberPreview = (request: NewMemberPreviewRequest) => {
  const { accountId, api } = useAccount();
  return useQuery({
    queryKey: ['members', accountId, 'new', request],
    queryFn: () =>
      bodyOf(
        api.POST('/v1/accounts/{accountId}/access-preview', {
          params: { path: { accountId } },
          body: request,
        }),
      ),
    placeholderData: keepPreviousData,
  });
};

/** A free login ID close to the name (C-4, C-48), once there is a name. */
export const useLoginIdProposal = (firstName: string, lastName: string) => {
  const { accountId, api } = useAccount();
  return useQuery({
    queryKey: ['login-id-proposal', accountId, firstName, lastName],
    queryFn: async () => {
      const query = { firstName, lastName };
      const path = { accountId };
      return (
        await bodyOf(api.GET('/v1/accounts/{accountId}/login-id-proposal', { params: { path, query } }))
      ).loginId;
    },
    enabled: firstName !== '' && lastName !== '',
  });
};
