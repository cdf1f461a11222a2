import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';
import type { MemberLicenses } from './licenses.ts';
import { forgetMembers } from './members.ts';

const MEMBER = '/v1/accounts/{accountId}/members/{userId}';

type Kind = MemberLicenses['licenses'][number]['kind'];

export type SeatDeed =
  | { readonly does: 'assign'; readonly kind: Kind }
  | { readonly does: 'take-back'; readonly kind: Kind }
  | { readonly does: 'reactivate' };

/** Assigns a license to a member, takes one back, or makes them active again with all that they need. */
export const useSeatOf = (userId: string) => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  const put = (deed: SeatDeed): Promise<MemberLicenses> => {
    switch (deed.does) {
      case 'assign':
        return bodyOf(
          api.PUT(`${MEMBER}/licenses/{kind}`, { params: { path: { accountId, userId, kind: deed.kind } } }),
        );
      case 'take-back':
        return bodyOf(
          api.DELETE(`${MEMBER}/licenses/{kind}`, {
            params: { path: { accountId, userId, kind: deed.kind } },
          }),
        );
      case 'reactivate':
        return bodyOf(api.POST(`${MEMBER}/reactivate`, { params: { path: { accountId, userId } } }));
    }
  };
  return useMutation({
    mutationFn: put,
    onSuccess: (licenses) => queries.setQueryData(['licenses', accountId, userId], licenses),
    onSettled: () => forgetMembers(queries, accountId),
  });
};
