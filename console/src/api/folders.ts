import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { folderView } from '../../../core/contract/folder.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type Folder = z.output<typeof folderView>;

/** As much of the tree of folders as one sees, as a list. */
export const useFolders = () => {
  const { accountId, api, may } = useAccount();
  return useQuery({
    queryKey: ['folders', accountId],
    queryFn: async () => {
      const path = { accountId };
      return (await bodyOf(api.GET('/v1/accounts/{accountId}/folders', { params: { path } }))).items;
    },
    enabled: may('listFolders'),
  });
};
