import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, nearestFirst } from '../../../core/domain/nearest.ts';
import { timeZone } from '../../../core/domain/time-zone.ts';
import { placeOfTimeZone } from '../../../core/domain/time-zone-place.ts';

const VIRGINIA = { latitude: 38.95, longitude: -77.45 };
const DUBLIN = { latitude: 53.35, longitude: -6.26 };
const SYDNEY = { latitude: -33.87, longitude: 151.21 };

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('B-7 the nearest location', () => {
  it('is by the great circle, also across the date line and over the poles', () => {
    expect(distanceKm(VIRGINIA, DUBLIN)).toBeCloseTo(5450, -2);
    expect(distanceKm(DUBLIN, SYDNEY)).toBeCloseTo(17200, -2);
    const degree = (2 * Math.PI * 6371) / 360;
    const at = (latitude: number, longitude: number) => ({ latitude, longitude });
    expect(distanceKm(at(0, 179.5), at(0, -179.5))).toBeCloseTo(degree, 6);
    expect(distanceKm(at(89, 0), at(89, 180))).toBeCloseTo(2 * degree, 6);
    expect(distanceKm(at(90, 0), at(-90, 0))).toBeCloseTo(180 * degree, 6);
  });

  it('is as far there as back, and never farther than half around', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        expect(distanceKm(one, other)).toBeCloseTo(distanceKm(other, one), 6);
        expect(distanceKm(one, other)).toBeLessThanOrEqual(Math.PI * 6371);
        expect(distanceKm(one, one)).toBe(0);
      }),
    );
  });

  it('comes first, and of two as near the one that is configured first', () => {
    const here = { latitude: 51.5, longitude: -0.13 };
    const places = [SYDNEY, VIRGINIA, DUBLIN, { ...DUBLIN }];
    const sorted = nearestFirst(places, here);
    expect(sorted.map(({ place }) => places.indexOf(place))).toEqual([2, 3, 1, 0]);
    expect(sorted.map(({ distanceKm: far }) => far)).toEqual(
      sorted.map(({ place }) => Math.round(distanceKm(place, here))),
    );
  });
});

describe('B-7 the place of a time zone', () => {
  it.each([
    ['America/Chicago', 41.85, -87.65],
    ['Australia/Sydney', -33.87, 151.22],
    ['America/Sao_Paulo', -23.53, -46.62],
    ['Asia/Kolkata', 22.53, 88.37],
  ])('is that of its city: %s', (zone, latitude, longitude) => {
    const found = placeOfTimeZone(zone);
    expect(found?.latitude).toBeCloseTo(latitude, 1);
    expect(found?.longitude).toBeCloseTo(longitude, 1);
  });

  it.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['US/Central', 'America/Chicago'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['america/chicago', 'America/Chicago'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('is the same by another name: %s', (name, zone) => {
    expect(placeOfTimeZone(name)).toEqual(placeOfTimeZone(zone));
    expect(placeOfTimeZone(name)).toBeDefined();
  });

  it('is there for every zone that Intl names, but for those that are no place', () => {
    const lost = Intl.supportedValuesOf('timeZone').filter((zone) => placeOfTimeZone(zone) === undefined);
    expect(lost.filter((zone) => !/^(Etc\/|UTC|GMT)/.test(zone))).toEqual([]);
    for (const zone of ['Etc/UTC', 'UTC', 'GMT', 'Etc/GMT+5']) {
      expect(timeZone.safeParse(zone).success).toBe(true);
      expect(placeOfTimeZone(zone)).toBeUndefined();
    }
  });
});
