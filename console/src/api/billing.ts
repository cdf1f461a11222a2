import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type * as z from 'zod';
import type {
  billingView,
  ledgerPage,
  seatsPreview,
  seatsRequest,
  statementView,
} from '../../../core/contract/billing.ts';
import { useAccount } from './account.tsx';
import { bodyOf, type Versioned, versionedBodyOf } from './client.ts';

export type Billing = z.output<typeof billingView>;
export type BillingKind = Billing['kinds'][number];
export type LicenseKind = BillingKind['kind'];
export type SeatsRequest = z.input<typeof seatsRequest>;
export type SeatsPreview = z.output<typeof seatsPreview>;
export type LedgerEntry = z.output<typeof ledgerPage>['items'][number];
export type Statement = z.output<typeof statementView>;

const BILLING = '/v1/accounts/{accountId}/billing';

const keyOf = (accountId: string) => ['billing', accountId] as const;

/** What the account owns, uses and has free, and what it costs. */
export const useBilling = (): Versioned<Billing> => {
  const { accountId, api } = useAccount();
  return useSuspenseQuery({
    queryKey: keyOf(accountId),
    queryFn: () => versionedBodyOf(api.GET(BILLING, { params: { path: { accountId } } })),
  }).data;
};

/** What these seats would cost and what stands in the way; nothing is asked while nothing is wanted. */
export const useSeatsPreview = (wanted: SeatsRequest | undefined) => {
  const { accountId, api } = useAccount();
  return useQuery({
    queryKey: [...keyOf(accountId), 'preview', wanted],
    queryFn: () =>
      bodyOf(api.POST(`${BILLING}/preview`, { params: { path: { accountId } }, body: wanted ?? {} })),
    enabled: wanted !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
};

/** Buys seats and gives seats up, as long as nobody else has since. */
export const useChangeSeats = () => {
  const { accountId, api } = useAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ seats, etag }: { seats: SeatsRequest['seats']; etag: string }) =>
      versionedBodyOf(
        api.PUT(`${BILLING}/seats`, {
          params: { path: { accountId }, header: { 'if-match': etag } },
          body: { seats },
        }),
      ),
    onSuccess: (billing) => {
      queries.setQueryData(keyOf(accountId), billing);
      for (const key of [keyOf(accountId), ['seats', accountId], ['licenses', accountId]])
        void queries.invalidateQueries({ queryKey: key });
    },
    // Whatever stood against it is seen in what the account owns now.
    onError: () => {
      void queries.invalidateQueries({ queryKey: keyOf(accountId) });
    },
  });
};

const LEDGER_PAGE = 50;

/** What was bought and given up, newest first. */
export const useLedger = () => {
  const { accountId, api } = useAccount();
  return useInfiniteQuery({
    queryKey: [...keyOf(accountId), 'ledger'],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET(`${BILLING}/ledger`, {
          params: {
            path: { accountId },
            query: { limit: LEDGER_PAGE, ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const useStatements = () => {
  const { accountId, api } = useAccount();
  return useSuspenseQuery({
    queryKey: [...keyOf(accountId), 'statements'],
    queryFn: async () =>
      (await bodyOf(api.GET(`${BILLING}/statements`, { params: { path: { accountId } } }))).items,
  }).data;
};

export const useStatement = (month: string): Statement => {
  const { accountId, api } = useAccount();
  return useSuspenseQuery({
    queryKey: [...keyOf(accountId), 'statements', month],
    queryFn: () =>
      bodyOf(api.GET(`${BILLING}/statements/{month}`, { params: { path: { accountId, month } } })),
  }).data;
};

/** The statement as a page of its own, made for paper. */
export const usePrintedStatement = () => {
  const { accountId, api } = useAccount();
  return useMutation({
    mutationFn: (month: string) =>
      bodyOf<Blob>(
        api.GET(`${BILLING}/statements/{month}/print`, {
          params: { path: { accountId, month } },
          parseAs: 'blob',
        }),
      ),
  });
};
