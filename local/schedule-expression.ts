/** Tells when a schedule is due: the moment after `after`, in milliseconds since 1970. */
export type NextTime = (afterMilliseconds: number) => number;

const UNIT_MILLISECONDS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const FIELDS = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12 },
  { name: 'weekday', from: 1, to: 7 },
  { name: 'year', from: 1970, to: 2199 },
] as const;
type Field = (typeof FIELDS)[number];

const NAMES: Partial<Record<Field['name'], readonly string[]>> = {
  month: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  weekday: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
const LONGEST_SEARCH_MINUTES = 366 * 24 * 60;

const unknown = (expression: string): never => {
  throw new Error(`the schedule ${expression} is not hosted by the embedded cloud`);
};

const everyUnit = (expression: string): NextTime | undefined => {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day') return undefined;
  const interval = Number(count) * UNIT_MILLISECONDS[unit];
  return (after) => after + interval;
};

const parseValue = ({ name }: Field, text: string): number =>
  Number(text) || (NAMES[name]?.indexOf(text.toUpperCase()) ?? -1) + 1;

/** `*`, `?`, `5`, `MON-FRI`, `0/15`, and lists of these. `L`, `W` and `#` are not known here. */
const parseField = (field: Field, text: string, expression: string): ((value: number) => boolean) => {
  const parts = text.split(',').map((part) => {
    const [, range = '', step] = /^([\w*?-]+)(?:\/(\d+))?$/.exec(part) ?? unknown(expression);
    if (range === '*' || range === '?') return { from: field.from, to: field.to, step: Number(step ?? 1) };
    const [first = '', last] = range.split('-');
    if (/[LW#]/.test(range.replaceAll(/[A-Z]{3}/gi, ''))) unknown(expression);
    const from = parseValue(field, first);
    const to = last !== undefined ? parseValue(field, last) : step === undefined ? from : field.to;
    return { from, to, step: Number(step ?? 1) };
  });
  return (value) =>
    parts.some(({ from, to, step }) => value >= from && value <= to && (value - from) % step === 0);
};

/** A moment's fields in a time zone, in the order of `FIELDS`. */
const fieldsOf = (format: Intl.DateTimeFormat, milliseconds: number): readonly number[] => {
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const weekday = NAMES.weekday?.indexOf((parts.get('weekday') ?? '').toUpperCase()) ?? 0;
  return [number('minute'), number('hour'), number('day'), number('month'), weekday + 1, number('year')];
};

const atMinutes = (expression: string, timeZone: string): NextTime | undefined => {
  const [, body] = /^cron\((.+)\)$/.exec(expression) ?? [];
  const texts = body?.split(' ');
  if (texts?.length !== FIELDS.length) return undefined;
  const tests = FIELDS.map((field, index) => parseField(field, texts[index] ?? '*', expression));
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric' },
    ...{ month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  return (after) => {
    const first = Math.floor(after / 60_000) + 1;
    let minute = first;
    while (minute < first + LONGEST_SEARCH_MINUTES) {
      const fields = fieldsOf(format, minute * 60_000);
      const [minuteFits, ...othersFit] = tests.map((test, index) => test(fields[index] ?? -1));
      if (!othersFit.every(Boolean)) minute += 60 - (fields[0] ?? 0);
      else if (minuteFits) return minute * 60_000;
      else minute += 1;
    }
    return Number.POSITIVE_INFINITY;
  };
};

/** Reads a schedule expression of EventBridge Scheduler: `rate(…)`, or `cron(…)` in a time zone. */
export const parseSchedule = (expression: string, timeZone: string): NextTime =>
  everyUnit(expression) ?? atMinutes(expression, timeZone) ?? unknown(expression);
