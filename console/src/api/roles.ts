import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { roleRequest, roleView, roleWithMembers } from '../../../core/contract/role.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf, type Versioned, versionedBodyOf } from './client.ts';

export type Role = z.output<typeof roleView>;
export type RoleWithMembers = z.output<typeof roleWithMembers>;
export type RoleRequest = z.input<typeof roleRequest>;

const ROLES = '/v1/accounts/{accountId}/roles';

const rolesQuery = ({ accountId, api }: Pick<Account, 'accountId' | 'api'>) =>
  queryOptions({
    queryKey: ['roles', accountId],
    queryFn: async () => (await bodyOf(api.GET(ROLES, { params: { path: { accountId } } }))).items,
  });

/** Every role of the account, built-in ones first; each with whether one could give it. */
export const useRoles = () => {
  const account = useAccount();
  return useQuery({ ...rolesQuery(account), enabled: account.may('listRoles') });
};

/** The same, for rooms that are nothing without them. */
export const useKnownRoles = (): readonly Role[] => useSuspenseQuery(rolesQuery(useAccount())).data;

type RoleRef = Role['role'];

/** One role, and the version that a change of it is based on. */
export const useRole = (role: RoleRef): Versioned<RoleWithMembers> => {
  const { accountId, api } = useAccount();
  return useSuspenseQuery({
    queryKey: ['roles', accountId, role],
    queryFn: () => versionedBodyOf(api.GET(`${ROLES}/{role}`, { params: { path: { accountId, role } } })),
  }).data;
};

/** Makes a role, or replaces the one that is named, as long as it is still of this version. */
export const useSaveRole = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, of }: { body: RoleRequest; of?: { role: RoleRef; etag: string } }) =>
      bodyOf(
        of === undefined
          ? api.POST(ROLES, { params: { path: { accountId } }, body })
          : api.PUT(`${ROLES}/{role}`, {
              params: { path: { accountId, role: of.role }, header: { 'if-match': of.etag } },
              body,
            }),
      ),
    // Refused, too: somebody else may have changed it.
    onSettled: () => queries.invalidateQueries({ queryKey: ['roles', accountId] }),
  });
};

export const useCopyRole = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ role, name }: { role: RoleRef; name: string }) =>
      bodyOf(api.POST(`${ROLES}/{role}/copy`, { params: { path: { accountId, role } }, body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['roles', accountId] }),
  });
};

export const useDeleteRole = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ role, etag }: { role: RoleRef; etag: string }) =>
      api.DELETE(`${ROLES}/{role}`, { params: { path: { accountId, role }, header: { 'if-match': etag } } }),
    onSuccess: (_, { role }) => {
      queries.removeQueries({ queryKey: ['roles', accountId, role] });
      return queries.invalidateQueries({ queryKey: ['roles', accountId], exact: true });
    },
  });
};
