import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { accountView, changeAccountRequest } from '../../../core/contract/account.ts';
import type { accountDefaultsPatch } from '../../../core/contract/account-defaults.ts';
import type { accounts } from '../../../core/contract/resources/accounts.ts';
import { useAccount } from './account.tsx';
import { bodyOf, type Versioned, versionedBodyOf } from './client.ts';

export type AccountSettings = z.output<typeof accounts.readSettings.success.schema>;
export type AccountSettingsPatch = z.input<typeof accountDefaultsPatch>;
export type LicenseHandling = Pick<z.output<typeof accountView>, 'licensePolicy' | 'apps'>;

const ACCOUNT = '/v1/accounts/{accountId}';
const SETTINGS = `${ACCOUNT}/settings` as const;

/** What counts for members who have no setting of their own. */
export const useAccountSettings = (): Versioned<AccountSettings> => {
  const { accountId, api } = useAccount();
  return useSuspenseQuery({
    queryKey: ['account-settings', accountId],
    queryFn: () => versionedBodyOf(api.GET(SETTINGS, { params: { path: { accountId } } })),
  }).data;
};

export const useChangeAccountSettings = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, etag }: { patch: AccountSettingsPatch; etag: string }) =>
      versionedBodyOf(
        api.PATCH(SETTINGS, { params: { path: { accountId }, header: { 'if-match': etag } }, body: patch }),
      ),
    onSuccess: (settings) => {
      queries.setQueryData(['account-settings', accountId], settings);
      return queries.invalidateQueries({ queryKey: ['members', accountId] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['account-settings', accountId] }),
  });
};

/** How the account handles licenses: for whoever may read it. */
export const useLicenseHandling = () => {
  const { accountId, api, may } = useAccount();
  return useQuery({
    queryKey: ['accounts', accountId],
    queryFn: () => bodyOf(api.GET(ACCOUNT, { params: { path: { accountId } } })),
    enabled: may('readAccount'),
  });
};

export const useChangeLicenseHandling = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof changeAccountRequest>) =>
      bodyOf(api.PATCH(ACCOUNT, { params: { path: { accountId } }, body })),
    onSuccess: (account) => {
      queries.setQueryData(['accounts', accountId], account);
      return queries.invalidateQueries({ queryKey: ['billing', accountId] });
    },
  });
};
