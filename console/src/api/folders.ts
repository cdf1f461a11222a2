import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { folderRequest, folderView } from '../../../core/contract/folder.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf, type Versioned, versionedBodyOf } from './client.ts';

export type Folder = z.output<typeof folderView>;
export type FolderRequest = z.input<typeof folderRequest>;

const FOLDERS = '/v1/accounts/{accountId}/folders';

const foldersQuery = ({ accountId, api }: Pick<Account, 'accountId' | 'api'>) =>
  queryOptions({
    queryKey: ['folders', accountId],
    queryFn: async () => (await bodyOf(api.GET(FOLDERS, { params: { path: { accountId } } }))).items,
  });

/** The folders that one sees, in no order: each names the one above it. */
export const useFolders = () => {
  const account = useAccount();
  return useQuery({ ...foldersQuery(account), enabled: account.may('listFolders') });
};

/** The same, for rooms that are nothing without them. */
export const useKnownFolders = (): readonly Folder[] => useSuspenseQuery(foldersQuery(useAccount())).data;

/** One folder, and the version that a change of it is based on. */
export const useFolder = (folderId: string): Versioned<Folder> => {
  const { accountId, api } = useAccount();
  return useSuspenseQuery({
    queryKey: ['folders', accountId, folderId],
    queryFn: () =>
      versionedBodyOf(api.GET(`${FOLDERS}/{folderId}`, { params: { path: { accountId, folderId } } })),
  }).data;
};

/** Makes a folder, or changes the one that is named, as long as it is still of this version. */
export const useSaveFolder = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, of }: { body: FolderRequest; of?: { folderId: string; etag: string } }) =>
      bodyOf(
        of === undefined
          ? api.POST(FOLDERS, { params: { path: { accountId } }, body })
          : api.PUT(`${FOLDERS}/{folderId}`, {
              params: { path: { accountId, folderId: of.folderId }, header: { 'if-match': of.etag } },
              body,
            }),
      ),
    // Refused, too: somebody else may have changed it.
    onSettled: () => queries.invalidateQueries({ queryKey: ['folders', accountId] }),
  });
};

export const useDeleteFolder = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ folderId, etag }: { folderId: string; etag: string }) =>
      api.DELETE(`${FOLDERS}/{folderId}`, {
        params: { path: { accountId, folderId }, header: { 'if-match': etag } },
      }),
    onSuccess: (_, { folderId }) => {
      queries.removeQueries({ queryKey: ['folders', accountId, folderId] });
      return queries.invalidateQueries({ queryKey: ['folders', accountId], exact: true });
    },
  });
};
