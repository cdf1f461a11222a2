import { DateTime, type Zone } from 'luxon';
import type { Schedule } from './schedule.ts';
import { DAYS } from './week.ts';

/** From when on, and until when: RFC 3339 in UTC, the end not included. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** The same in milliseconds: of UTC, or as the clock on the wall shows them. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Clocks change at most once in this time. */
const STEP = DAY / 2;

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** What is left of a span without breaks. */
const without = (span: Span, breaks: readonly Span[]): readonly Span[] =>
  breaks.reduce<readonly Span[]>(
    (left, pause) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, pause.from) },
          { from: Math.max(from, pause.to), to },
        ].filter((part) => part.from < part.to),
      ),
    [span],
  );

/** When it is open on each day of the week, Monday first, in milliseconds since midnight. */
const openOnDays = ({ hours }: Schedule): readonly (readonly Span[])[] => {
  const span = ({ from, to }: { from: string; to: string }): Span => ({
    from: minutesOf(from) * MINUTE,
    to: minutesOf(to) * MINUTE,
  });
  return DAYS.map((day) =>
    hours
      .filter((entry) => entry.day === day)
      .flatMap((entry) => without(span(entry), entry.breaks.map(span))),
  );
};

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
const offsetAt = (zone: Zone, at: number): number => zone.offset(at) * MINUTE;

/** Between two moments with different offsets: the first with the later one. */
const changeBetween = (zone: Zone, before: number, after: number): number => {
  let [low, high] = [before, after];
  const offset = offsetAt(zone, after);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) high = middle;
    else low = middle;
  }
  return high;
};

/** A time cut where the clocks change: in each part the clock on the wall runs evenly. */
const evenParts = (zone: Zone, { from, to }: Span): readonly (Span & { offset: number })[] => {
  const parts: (Span & { offset: number })[] = [];
  let start = from;
  for (let at = from; at < to; at += STEP) {
    const next = Math.min(at + STEP, to);
    const offset = offsetAt(zone, at);
    if (offsetAt(zone, next) === offset) continue;
    const change = changeBetween(zone, at, next);
    parts.push({ from: start, to: change, offset });
    start = change;
  }
  return [...parts, { from: start, to, offset: offsetAt(zone, start) }];
};

/** The day of the week of a day since 1970-01-01, a Thursday; Monday is 0. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** When it is open by the wall clock, in a time in which that runs evenly. */
const openByTheWall = (openOn: readonly (readonly Span[])[], { from, to }: Span): readonly Span[] => {
  const days = Array.from(
    { length: Math.ceil(to / DAY) - Math.floor(from / DAY) },
    (_, index) => Math.floor(from / DAY) + index,
  );
  return days
    .flatMap((day) =>
      (openOn[weekday(day)] ?? []).map((span) => ({
        from: Math.max(day * DAY + span.from, from),
        to: Math.min(day * DAY + span.to, to),
      })),
    )
    .filter((span) => span.from < span.to);
};

/** In order, and as one what follows without a pause. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const all: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last !== undefined && span.from <= last.to) {
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      all.push(span);
    }
  }
  return all;
};

const openIn = (schedule: Schedule, zone: Zone, time: Span): readonly Span[] => {
  const openOn = openOnDays(schedule);
  return joined(
    evenParts(zone, time).flatMap(({ from, to, offset }) =>
      openByTheWall(openOn, { from: from + offset, to: to + offset }).map((span) => ({
        from: span.from - offset,
        to: span.to - offset,
      })),
    ),
  );
};

/** Throws for what is no time: requests are parsed before. */
const read = ({ timeZone }: Schedule, iso: string): DateTime<true> => {
  const at = DateTime.fromISO(iso, { zone: timeZone });
  if (!at.isValid) throw new RangeError(`${iso} in ${timeZone} is no time`);
  return at;
};

const toIso = (at: number): string => new Date(at).toISOString();

/**
 * When it is open in so many days from `from` on, in UTC, without breaks; what follows without a pause is one interval. A
 * moment is open if the clock on the wall shows it as open: so hours that the clocks skip are not there, and those that
 * they repeat are there twice. Days are of the time zone; `from` is a moment, or a date there.
 */
export const hoursBetween = (schedule: Schedule, from: string, days: number): readonly Interval[] => {
  const start = read(schedule, from);
  const time = { from: start.toMillis(), to: start.plus({ days }).toMillis() };
  return openIn(schedule, start.zone, time).map((span) => ({ from: toIso(span.from), to: toIso(span.to) }));
};
