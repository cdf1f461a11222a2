import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { billingView } from '../../../core/contract/billing.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type Billing = z.output<typeof billingView>;
export type SeatsOfKind = Billing['kinds'][number];

/** How many seats of each kind the account owns, uses and has free, for whoever may know. */
export const useSeats = () => {
  const { accountId, api, may } = useAccount();
  return useQuery({
    queryKey: ['seats', accountId],
    queryFn: () => bodyOf(api.GET('/v1/accounts/{accountId}/billing', { params: { path: { accountId } } })),
    enabled: may('readBilling'),
  });
};
