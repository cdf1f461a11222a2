import { expect, it } from 'vitest';
import { keyOf } from '../../../console/src/form/new-asset/key-of.ts';
import { faultsOfHours, hoursOf, OFFICE_HOURS } from '../../../console/src/form/new-asset/week-hours.ts';
import { assetKey } from '../../../core/domain/asset-key.ts';
import { schedule } from '../../../core/domain/schedule.ts';

const SAID = [
  { ...OFFICE_HOURS, breaks: [{ from: '12:00', to: '12:30' }] },
  { days: ['sunday', 'saturday'], from: '18:00', to: '00:00', breaks: [] },
] as const;

it('D-16 hours said for several days are those of each day, and 00:00 at the end is midnight', () => {
  const hours = hoursOf(SAID);
  expect(hours.map(({ day }) => day)).toEqual([...OFFICE_HOURS.days, 'saturday', 'sunday']);
  expect(hours[0]).toEqual({
    day: 'monday',
    from: '09:00',
    to: '17:00',
    breaks: [{ from: '12:00', to: '12:30' }],
  });
  expect(hours[5]).toEqual({ day: 'saturday', from: '18:00', to: '24:00', breaks: [] });
  expect(schedule.parse({ timeZone: 'Europe/Madrid', hours })).toEqual({ timeZone: 'Europe/Madrid', hours });
});

it('D-16 what the API says of a day stands at the hours that were said, once', () => {
  const faults = [
    { pointer: '/hours/0/breaks/0', detail: 'must be inside the hours' },
    { pointer: '/hours/4/breaks/0', detail: 'must be inside the hours' },
    { pointer: '/hours/6/to', detail: 'must be later' },
    { pointer: '/name', detail: 'is required' },
  ];
  expect([0, 1].map((index) => faultsOfHours(SAID, index, faults))).toEqual([
    'must be inside the hours',
    'must be later',
  ]);
});

it('D-15 D-16 a key is made of any name', () => {
  const names = [
    'Weekdays',
    'Horario de mañana (Bogotá)',
    '…',
    '営業時間',
    'a'.repeat(120),
    `${'a'.repeat(47)} b`,
  ];
  const keys = names.map((name) => keyOf(name, 'schedule'));
  expect(keys.slice(0, 4)).toEqual(['weekdays', 'horario-de-manana-bogota', 'schedule', 'schedule']);
  for (const key of keys) expect(assetKey.parse(key)).toBe(key);
});
