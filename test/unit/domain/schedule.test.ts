import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { docs } from '../../../core/domain/docs.ts';
import { schedule } from '../../../core/domain/schedule.ts';
import { read } from '../../../core/http/faults.ts';

const office = { day: 'monday', from: '09:00', to: '17:30', breaks: [{ from: '12:00', to: '12:30' }] };
const faultsOf = (hours: readonly unknown[], timeZone = 'America/Chicago') =>
  read(schedule, { timeZone, hours }, '').faults;

describe('D-16 a schedule', () => {
  it('has hours with breaks on days of the week, by the clocks of a time zone', () => {
    const night = [
      { day: 'friday', from: '22:00', to: '24:00' },
      { day: 'saturday', from: '00:00', to: '06:00' },
    ];
    expect(faultsOf([office, { day: 'monday', from: '17:30', to: '20:00' }, ...night])).toEqual([]);
  });

  it('is told every fault at once, each with where it is', () => {
    const hours = [
      office,
      { day: 'monday', from: '17:00', to: '18:00' },
      { day: 'tuesday', from: '22:00', to: '06:00' },
      {
        day: 'sunday',
        from: '09:00',
        to: '12:00',
        breaks: [
          { from: '08:00', to: '09:30' },
          { from: '10:00', to: '10:30' },
          { from: '10:15', to: '10:45' },
          { from: '11:00', to: '11:00' },
        ],
      },
      { day: 'someday', from: '9', to: '25:00', until: 1 },
    ];
    const faults = faultsOf(hours, 'Mars/Olympus');
    expect(Object.fromEntries(faults.map(({ pointer, detail }) => [pointer, detail]))).toEqual({
      '/timeZone': 'must be an IANA time zone such as America/Chicago',
      '/hours/2/to': expect.stringContaining('hours over midnight are two entries'),
      '/hours/3/breaks/0': 'must be inside the hours, 09:00 to 12:00',
      '/hours/3/breaks/2': 'must not overlap the break from 10:00 to 10:30',
      '/hours/3/breaks/3/to': 'must be later than when the break begins',
      '/hours/4/day': expect.stringContaining('must be one of monday'),
      '/hours/4/from': expect.stringContaining('must be an hour'),
      '/hours/4/to': expect.stringContaining('24:00 for midnight'),
      '/hours/4/until': 'is not a field we know',
    });
    expect(faultsOf(hours.slice(0, 2))).toEqual([
      { pointer: '/hours/1', detail: 'must not overlap the hours from 09:00 to 17:30 of monday' },
    ]);
  });

  it('has some hours, and no more than five entries a day', () => {
    expect(faultsOf([])).toEqual([{ pointer: '/hours', detail: 'must not be empty' }]);
    const many = Array.from({ length: 7 }, (_, hour) => ({
      day: 'monday',
      from: `0${hour}:00`,
      to: `0${hour}:30`,
    }));
    expect(faultsOf(many)).toEqual([
      { pointer: '/hours/5', detail: 'is more than the 5 entries that a day may have' },
      { pointer: '/hours/6', detail: 'is more than the 5 entries that a day may have' },
    ]);
  });

  it('C-14 says of every field what it is', () => {
    const undescribed: string[] = [];
    const walk = (one: unknown, path: string): void => {
      if (typeof one !== 'object' || one === null) return;
      const { properties, items } = one as { properties?: Record<string, object>; items?: object };
      for (const [name, property] of Object.entries(properties ?? {})) {
        const { title, description } = property as { title?: string; description?: string };
        if (!title || !description) undescribed.push(`${path}/${name}`);
        walk(property, `${path}/${name}`);
      }
      walk(items, path);
    };
    walk(z.toJSONSchema(schedule, { io: 'input', metadata: docs }), '');
    expect(undescribed).toEqual([]);
  });
});
