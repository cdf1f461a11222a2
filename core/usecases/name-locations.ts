import { type Fault, InvalidRequest } from '../domain/errors.ts';
import type { ApiUrls, Location } from '../domain/location.ts';
import type { Ports, Stamp } from './ports.ts';

/**
 * Keeps where the API of each configured location is; a repeat does no harm. Throws `InvalidRequest` unless it is told of
 * every configured location and of no other: what is told replaces all that was known.
 */
export const nameLocations =
  ({ locations }: Pick<Ports, 'locations'>, configured: readonly Pick<Location, 'region'>[]) =>
  async (apiUrls: ApiUrls, stamp: Stamp): Promise<{ items: { region: string; apiUrl: string }[] }> => {
    const faults: Fault[] = Object.keys(apiUrls)
      .filter((region) => !configured.some((location) => location.region === region))
      .map((region) => ({ pointer: `/apiUrls/${region}`, detail: 'is not a configured location' }));
    const items = configured.flatMap(({ region }) => {
      const apiUrl = apiUrls[region];
      if (apiUrl !== undefined) return { region, apiUrl };
      faults.push({ pointer: `/apiUrls/${region}`, detail: 'is required, as for every configured location' });
      return [];
    });
    if (faults.length > 0) throw new InvalidRequest(faults);
    await locations.name(apiUrls, stamp);
    return { items };
  };
