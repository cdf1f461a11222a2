/** A point on Earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The mean radius of the Earth. */
const RADIUS_KM = 6371;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The great-circle distance by the haversine formula, which stays exact for points close to each other. */
export const distanceKm = (one: Point, other: Point): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const share =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude);
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, share)));
};

/** Nearest first, each with how far it is in whole kilometres; of two as near, the one that came first (B-7). */
export const nearestFirst = <Of extends Point>(
  places: readonly Of[],
  from: Point,
): readonly { place: Of; distanceKm: number }[] =>
  places
    .map((place) => ({ place, exact: distanceKm(place, from) }))
    .toSorted((one, other) => one.exact - other.exact)
    .map(({ place, exact }) => ({ place, distanceKm: Math.round(exact) }));
