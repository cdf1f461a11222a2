import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Schedule, schedule } from '../../../core/domain/schedule.ts';
import { hoursBetween } from '../../../core/domain/schedule-hours.ts';
import { DAYS } from '../../../core/domain/week.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Zones, each with dates (UTC) around which their clocks change, or do not. */
const ZONES: Record<string, readonly string[]> = {
  'America/New_York': ['2026-03-07', '2026-10-31'],
  // By half an hour.
  'Australia/Lord_Howe': ['2026-04-03', '2026-10-02'],
  // Back for Ramadan, and forward after it.
  'Africa/Casablanca': ['2026-02-14', '2026-03-21'],
  // 12:45 and 13:45 ahead of UTC.
  'Pacific/Chatham': ['2026-04-03', '2026-09-25'],
  'Asia/Kolkata': ['2026-03-07'],
  UTC: ['2026-03-07'],
};

const week = (from: string, to: string, ...breaks: { from: string; to: string }[]): Schedule => ({
  timeZone: 'America/New_York',
  hours: DAYS.map((day) => ({ day, from, to, breaks })),
});

/** What the wall clock of a zone shows, as `Intl` has it: the day of the week, and `HH:MM`. */
const wallClock = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at: number) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { day: parts.weekday?.toLowerCase(), time: `${parts.hour}:${parts.minute}` };
  };
};

/** The rule as plainly as can be: each minute is open by what the clock on the wall shows. */
const minuteByMinute = ({ timeZone, hours }: Schedule, from: number, to: number) => {
  const show = wallClock(timeZone);
  const intervals: { from: string; to: string }[] = [];
  let since: number | undefined;
  for (let at = from; at <= to; at += MINUTE) {
    const { day, time } = show(at);
    const within = (span: { from: string; to: string }) => span.from <= time && time < span.to;
    const open =
      at < to && hours.some((entry) => entry.day === day && within(entry) && !entry.breaks.some(within));
    if (open) since ??= at;
    else if (since !== undefined) {
      intervals.push({ from: new Date(since).toISOString(), to: new Date(at).toISOString() });
      since = undefined;
    }
  }
  return intervals;
};

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Cuts a time at some minutes, and gives every other piece. */
const pieces = (cuts: readonly number[]) =>
  cuts
    .toSorted((one, other) => one - other)
    .flatMap((from, index, all) => {
      const to = all[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });

const minutes = (least: number, most: number, count: number) =>
  fc.uniqueArray(fc.integer({ min: least, max: most }), { maxLength: count });

/** Hours with breaks of one day; many lie in the small hours, when clocks change. */
const dayHours = fc
  .tuple(
    fc.constantFrom(...DAYS),
    fc.oneof(minutes(0, 1440, 6), minutes(0, 240, 6)),
    fc.infiniteStream(fc.nat()),
  )
  .map(([day, cuts, numbers]) =>
    pieces(cuts).map(({ from, to }) => {
      const points = [...new Set([...numbers.take(4)].map((number) => from + (number % (to - from + 1))))];
      const breaks = pieces(points).map((pause) => ({ from: clock(pause.from), to: clock(pause.to) }));
      return { day, from: clock(from), to: clock(to), breaks };
    }),
  );

const anySchedule = fc
  .uniqueArray(dayHours, { minLength: 1, maxLength: 7, selector: (hours) => hours[0]?.day })
  .map((days) => days.flat())
  .filter((hours) => hours.length > 0);

describe('D-16 the hours of a schedule', () => {
  it.each(Object.entries(ZONES))(
    'are those of a clock on the wall, also when it changes: %s',
    (timeZone, dates) => {
      fc.assert(
        fc.property(anySchedule, fc.constantFrom(...dates), fc.nat({ max: 1440 }), (hours, date, late) => {
          const one = schedule.parse({ timeZone, hours });
          const from = Date.parse(date) + late * MINUTE;
          const [first, last] = [new Date(from).toISOString(), from + 3 * DAY];
          // Days of the zone are an hour longer or shorter; the interval is cut to three times 24 hours.
          const cut = hoursBetween(one, first, 4)
            .filter((span) => Date.parse(span.from) < last)
            .map((span) => ({ ...span, to: new Date(Math.min(Date.parse(span.to), last)).toISOString() }));
          const expected = minuteByMinute(one, from, last);
          expect(cut).toEqual(expected);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('lose what the clocks skip: an hour that is not there, a span that shortens', () => {
    const day = (one: Schedule) => hoursBetween(one, '2026-03-08', 1);
    expect(day(week('02:15', '02:45'))).toEqual([]);
    expect(day(week('01:30', '02:30'))).toEqual([
      { from: '2026-03-08T06:30:00.000Z', to: '2026-03-08T07:00:00.000Z' },
    ]);
    expect(day(week('00:00', '24:00'))).toEqual([
      { from: '2026-03-08T05:00:00.000Z', to: '2026-03-09T04:00:00.000Z' },
    ]);
  });

  it('have twice what the clocks repeat', () => {
    expect(hoursBetween(week('01:15', '01:45'), '2026-11-01', 1)).toEqual([
      { from: '2026-11-01T05:15:00.000Z', to: '2026-11-01T05:45:00.000Z' },
      { from: '2026-11-01T06:15:00.000Z', to: '2026-11-01T06:45:00.000Z' },
    ]);
    expect(hoursBetween(week('00:30', '03:00', { from: '01:00', to: '02:00' }), '2026-11-01', 1)).toEqual([
      { from: '2026-11-01T04:30:00.000Z', to: '2026-11-01T05:00:00.000Z' },
      { from: '2026-11-01T07:00:00.000Z', to: '2026-11-01T08:00:00.000Z' },
    ]);
  });

  it('are those of a week after, where the clocks skip the hour of this one', () => {
    const weekly: Schedule = {
      timeZone: 'America/New_York',
      hours: [{ day: 'sunday', from: '02:15', to: '02:45', breaks: [] }],
    };
    const [first] = hoursBetween(weekly, '2026-03-01T08:00:00.000Z', 15);
    expect(first?.from).toBe('2026-03-15T06:15:00.000Z');
  });

  it('take no time that is none', () => {
    expect(() => hoursBetween(week('09:00', '17:00'), 'soon', 1)).toThrow(RangeError);
  });
});
