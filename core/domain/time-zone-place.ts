import tzMeta from 'moment-timezone/data/meta/latest.json' with { type: 'json' };
import type { Point } from './nearest.ts';
import { once } from './once.ts';

/** The zone that a name stands for, as `Intl` has it: `US/Central` is `America/Chicago`. */
const canonical = (timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

/** Where the city of a zone is that gives it its name, by the zone database’s names of today. */
const places = new Map<string, { lat: number; long: number }>(Object.entries(tzMeta.zones));

/**
 * `Intl` keeps some names of long ago (`Asia/Calcutta`) where the database has newer ones (`Asia/Kolkata`). Made when
 * such a name first comes: it takes some fifty milliseconds.
 */
const placesByCanonical = once(
  () => new Map([...places].map(([name, place]) => [canonical(name), place] as const)),
);

/**
 * The database has degrees and minutes, of which moment-timezone (0.6.6) adds the minutes to the degrees where it has to
 * take them away: 87°39′ west became -87 + 0.65.
 */
const mended = (degrees: number): number => (degrees < 0 ? 2 * Math.floor(degrees) - degrees : degrees);

/**
 * Where a time zone is: its largest or best-known city. Names that stand for another resolve; those that are no place,
 * such as `Etc/UTC`, have none. The zone must be one (`time-zone.ts`). The names and places are 90 KB: for the function
 * that needs them alone.
 */
export const placeOfTimeZone = (timeZone: string): Point | undefined => {
  const name = canonical(timeZone);
  const found = places.get(timeZone) ?? places.get(name) ?? placesByCanonical().get(name);
  return found && { latitude: mended(found.lat), longitude: mended(found.long) };
};
