import * as z from 'zod/mini';
import { docs } from './docs.ts';
import { timeZone } from './time-zone.ts';
import { clockTime, DAYS, type Day } from './week.ts';

const MOST_SPANS = 5;

const end = z
  .string()
  .check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be an hour such as 17:30, or 24:00 for midnight'))
  .register(docs, { title: 'To', description: 'When it ends, HH:MM; 24:00 is the end of the day.' });

const OVER_MIDNIGHT =
  'must be later than when it begins; hours over midnight are two entries: one to 24:00, and one of the next day from 00:00';

/** Hours of one day: both ends as text of the same form, so they compare as they are. */
interface Span {
  readonly from: string;
  readonly to: string;
}

const isForward = ({ from, to }: Span): boolean => from < to;

const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** The first of the spans before this one that it overlaps, if any; one that ends before it begins is told already. */
const overlapped = <Of extends Span>(spans: readonly Of[], index: number): Of | undefined => {
  const span = spans[index];
  if (span === undefined || !isForward(span)) return undefined;
  return spans.slice(0, index).find((other) => isForward(other) && overlap(span, other));
};

const pause = z
  .strictObject({
    from: clockTime.clone().register(docs, { title: 'From', description: 'When the break begins, HH:MM.' }),
    to: end,
  })
  .check(z.refine(isForward, { path: ['to'], error: 'must be later than when the break begins' }));

const dayHours = z
  .strictObject({
    day: z.enum(DAYS).register(docs, { title: 'Day', description: 'The day of the week.' }),
    from: clockTime.clone().register(docs, { title: 'From', description: 'When the hours begin, HH:MM.' }),
    to: end,
    breaks: z
      ._default(z.array(pause).check(z.maxLength(MOST_SPANS)), [])
      .register(docs, { title: 'Breaks', description: 'Inside the hours, and not over each other.' }),
  })
  .check(
    z.refine(isForward, { path: ['to'], error: OVER_MIDNIGHT }),
    z.superRefine((hours, context) => {
      for (const [index, one] of hours.breaks.entries()) {
        const issue = (message: string) =>
          context.addIssue({ code: 'custom', input: one, path: ['breaks', index], message });
        if (isForward(hours) && isForward(one) && (one.from < hours.from || one.to > hours.to))
          issue(`must be inside the hours, ${hours.from} to ${hours.to}`);
        const other = overlapped(hours.breaks, index);
        if (other !== undefined) issue(`must not overlap the break from ${other.from} to ${other.to}`);
      }
    }),
  );

type DayHours = z.infer<typeof dayHours>;

const weeklyHours: z.core.CheckFn<DayHours[]> = ({ value, issues }) => {
  const ofDay = new Map<Day, DayHours[]>();
  for (const [index, hours] of value.entries()) {
    const before = ofDay.get(hours.day) ?? [];
    const that = [...before, hours];
    ofDay.set(hours.day, that);
    const issue = (message: string) => issues.push({ code: 'custom', input: hours, path: [index], message });
    if (that.length > MOST_SPANS) issue(`is more than the ${MOST_SPANS} entries that a day may have`);
    const other = overlapped(that, that.length - 1);
    if (other !== undefined)
      issue(`must not overlap the hours from ${other.from} to ${other.to} of ${other.day}`);
  }
};

/** When somebody works, or something is open, by the clocks of a time zone. */
export const scheduleFields = {
  timeZone: timeZone.clone().register(docs, {
    title: 'Time zone',
    description: 'IANA, such as America/Chicago: the hours are by the clocks there, summer time included.',
  }),
  hours: z
    .array(dayHours)
    .check(z.minLength(1), z.maxLength(MOST_SPANS * DAYS.length), weeklyHours)
    .register(docs, {
      title: 'Hours',
      description: `The hours of each day of the week, up to ${MOST_SPANS} entries a day; a day that is not named has none.`,
    }),
};

export const schedule = z.strictObject(scheduleFields).register(docs, {
  title: 'Schedule',
  description: 'Weekly hours with breaks, by the clocks of a time zone (D-16).',
});

export type Schedule = z.infer<typeof schedule>;
