import { useMutation, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { uploadBody } from '../../../core/contract/file.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';
import { Problem } from './problem.ts';

export type FilePurpose = z.input<typeof uploadBody>['purpose'];

const post = async (url: string, fields: Readonly<Record<string, string>>, file: Blob): Promise<void> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  const sent = await fetch(url, { method: 'POST', body: form }).catch(() => {
    throw new Problem('unreachable');
  });
  // The store says no more than that it does not take it: it is too large.
  if (!sent.ok) throw new Problem('file-refused', { status: sent.status });
};

/** Uploads a picture or a greeting past the API, and has it taken over; gives what is kept of it. */
export const useUpload = (purpose: FilePurpose) => {
  const { api, accountId } = useAccount();
  return useMutation({
    mutationFn: async (file: Blob) => {
      const { fileId, upload } = await bodyOf(
        api.POST('/v1/accounts/{accountId}/files', { params: { path: { accountId } }, body: { purpose } }),
      );
      await post(upload.url, upload.fields, file);
      return bodyOf(
        api.POST('/v1/accounts/{accountId}/files/{fileId}/acceptance', {
          params: { path: { accountId, fileId } },
        }),
      );
    },
  });
};

/** The address of a file works for five minutes. */
const STILL_GOOD_MILLISECONDS = 4 * 60 * 1_000;

/** Where a picture or a greeting of a member is to be had. */
export const useFileAddress = (userId: string, fileId: string) => {
  const { api, accountId } = useAccount();
  return useQuery({
    queryKey: ['files', accountId, userId, fileId],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/accounts/{accountId}/members/{userId}/files/{fileId}', {
          params: { path: { accountId, userId, fileId } },
        }),
      ),
    staleTime: STILL_GOOD_MILLISECONDS,
  });
};
