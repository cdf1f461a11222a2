import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from './api-provider.tsx';
import { type Api, bodyOf } from './client.ts';

export const locationsQuery = (api: Api, timeZone?: string) =>
  queryOptions({
    queryKey: ['locations', timeZone],
    queryFn: async () => {
      const query = timeZone === undefined ? {} : { timeZone };
      return (await bodyOf(api.GET('/v1/locations', { params: { path: {}, query } }))).items;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The server locations: nearest to this time zone first, if one is given (B-7). */
export const useLocations = (timeZone?: string) => useQuery(locationsQuery(useApi(), timeZone));
