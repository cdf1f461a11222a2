import { useMutation } from '@tanstack/react-query';
import type * as z from 'zod';
import type { apiUserRequest } from '../../../core/contract/api-user.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type ApiUserRequest = z.input<typeof apiUserRequest>;

/** Makes an API user; its secret is in the answer, and nowhere else. */
export const useCreateApiUser = () => {
  const { accountId, api } = useAccount();
  return useMutation({
    mutationFn: ({ request, key }: { request: ApiUserRequest; key: string }) =>
      bodyOf(
        api.POST('/v1/accounts/{accountId}/api-users', {
          params: { path: { accountId }, header: { 'idempotency-key': key } },
          body: request,
        }),
      ),
    // The secret goes with the page that shows it.
    gcTime: 0,
  });
};
