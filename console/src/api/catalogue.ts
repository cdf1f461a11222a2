import { useSuspenseQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { catalogueView } from '../../../core/contract/catalogue.ts';
import { useApi } from './api-provider.tsx';
import { bodyOf } from './client.ts';

export type Catalogue = z.output<typeof catalogueView>;

/** What can be granted and assigned: permissions, pages, endpoints, licenses, built-in roles, with their help. */
export const useCatalogue = (): Catalogue => {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ['catalogue'],
    queryFn: () => bodyOf(api.GET('/v1/catalogue', { params: { path: {} } })),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
};

/** Whether a license is part of the calling seat: that is what agent features turn on and off (B-2). */
export const useIsCalling = (): ((kind: string) => boolean) => {
  const calling = new Set(useCatalogue().licenses.flatMap((one) => (one.calling ? [one.kind] : [])));
  return (kind) => calling.has(kind);
};
