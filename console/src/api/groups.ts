import { useQuery } from '@tanstack/react-query';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

/** The account's access-control groups. */
export const useGroups = () => {
  const { accountId, api, may } = useAccount();
  return useQuery({
    queryKey: ['groups', accountId],
    queryFn: async () => {
      const path = { accountId };
      return (await bodyOf(api.GET('/v1/accounts/{accountId}/groups', { params: { path } }))).items;
    },
    enabled: may('listGroups'),
  });
};
