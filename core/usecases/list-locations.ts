import { type Location, type Server, serverAt } from '../domain/location.ts';
import { nearestFirst, type Point } from '../domain/nearest.ts';
import { placeOfTimeZone } from '../domain/time-zone-place.ts';
import type { Ports } from './ports.ts';

/** Where a user sits: by degrees, or by their time zone. */
interface Where {
  latitude?: number | undefined;
  longitude?: number | undefined;
  timeZone?: string | undefined;
}

const pointOf = ({ latitude, longitude, timeZone }: Where): Point | undefined => {
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  return timeZone === undefined ? undefined : placeOfTimeZone(timeZone);
};

/**
 * The locations, nearest to the user first (B-7); in the order of the configuration where nobody says where the user
 * sits, or by a time zone that is no place, such as `Etc/UTC`.
 */
export const listLocations =
  ({ locations }: Pick<Ports, 'locations'>, configured: readonly Location[]) =>
  async (where: Where): Promise<readonly (Server & { distanceKm?: number })[]> => {
    const apiUrls = await locations.apiUrls();
    const point = pointOf(where);
    if (point === undefined) return configured.map((location) => serverAt(location, apiUrls));
    return nearestFirst(configured, point).map(({ place, distanceKm }) => ({
      ...serverAt(place, apiUrls),
      distanceKm,
    }));
  };
