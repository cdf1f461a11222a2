import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { meView } from '../../../core/contract/me.ts';
import { useApi } from './api-provider.tsx';
import { type Api, bodyOf } from './client.ts';

export type Me = z.output<typeof meView>;
export type Membership = Me['memberships'][number];
export type Offer = Me['offers'][number];

/** Who is signed in. The first time, accepts the invitation on the way. */
const readMe = async (api: Api): Promise<Me> => {
  const me = await bodyOf(api.GET('/v1/me', { params: { path: {} } }));
  if (me.acceptedAt !== undefined) return me;
  // Whoever is in stays in: the page says that the login ID does not work yet, and the next visit tries again.
  return bodyOf(api.POST('/v1/me/acceptance', { params: { path: {} } })).catch(() => me);
};

export const ME_KEY = ['me'];

export const meQuery = (api: Api) => queryOptions({ queryKey: ME_KEY, queryFn: () => readMe(api) });

/** Who is signed in; known in every room behind the frame. */
export const useMe = (): Me => useSuspenseQuery(meQuery(useApi())).data;

/** Accepts or declines what another account offers. */
export const useAnswerOffer = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, answer }: { accountId: string; answer: 'accept' | 'decline' }) =>
      bodyOf(api.POST(`/v1/me/offers/{accountId}/${answer}`, { params: { path: { accountId } } })),
    onSuccess: (me) => queries.setQueryData(ME_KEY, me),
    onError: () => queries.invalidateQueries({ queryKey: ME_KEY }),
  });
};
