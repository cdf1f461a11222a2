import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { me } from '../../../core/contract/resources/me.ts';
import { useApi } from './api-provider.tsx';
import { bodyOf } from './client.ts';
import { ME_KEY } from './me.ts';

/** What administrators are asked about themselves (E-24). */
export type ExtraProfile = z.input<typeof me.answerExtraProfile.body>;

const KEY = ['extra-profile'];

export const useExtraProfile = () => {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: () => bodyOf(api.GET('/v1/me/extra-profile', { params: { path: {} } })),
  });
};

/** An empty answer is one, too: then nobody is asked any more. */
export const useAnswerExtraProfile = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ExtraProfile) =>
      bodyOf(api.PUT('/v1/me/extra-profile', { params: { path: {} }, body })),
    onSuccess: async (answered) => {
      queries.setQueryData(KEY, answered);
      await queries.invalidateQueries({ queryKey: ME_KEY });
    },
  });
};
