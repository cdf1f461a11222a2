import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { roleView } from '../../../core/contract/role.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type Role = z.output<typeof roleView>;

/** Every role that members of the account can have, built-in ones first. */
export const useRoles = () => {
  const { accountId, api, may } = useAccount();
  return useQuery({
    queryKey: ['roles', accountId],
    queryFn: async () => {
      const path = { accountId };
      return (await bodyOf(api.GET('/v1/accounts/{accountId}/roles', { params: { path } }))).items;
    },
    enabled: may('listRoles'),
  });
};
