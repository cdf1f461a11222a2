import type { Choice } from './choose.tsx';

/** Where whoever looks at the page sits. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const offsetOf = (timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

const zonesByLocale = new Map<string, Choice[]>();

/** Every time zone, with how far it is from Greenwich today. */
export const timeZonesIn = (locale: string): Choice[] => {
  const known = zonesByLocale.get(locale);
  if (known !== undefined) return known;
  // Not every browser lists the zone that it says it is in.
  const names = new Set([ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  const zones = [...names].toSorted().map((zone) => ({
    value: zone,
    label: `${zone.replaceAll('_', ' ')} (${offsetOf(zone, locale)})`,
  }));
  zonesByLocale.set(locale, zones);
  return zones;
};
