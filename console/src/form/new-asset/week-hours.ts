import type { Asset } from '../../api/assets.ts';

type Hours = Extract<Asset, { kind: 'schedule' }>['hours'][number];
export type Day = Hours['day'];

export const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Day[];

/** From when to when, `HH:MM`; `00:00` is also how one says that something ends with the day. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** The same hours on several days, as people say it. */
export interface DaysHours extends Span {
  readonly days: readonly Day[];
  readonly breaks: readonly Span[];
}

export const OFFICE_HOURS: DaysHours = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '17:00',
  breaks: [],
};

/** No field for a time of the day has a 24:00. */
const withEnd = ({ from, to }: Span): Span => ({ from, to: to === '00:00' ? '24:00' : to });

/** Each day on its own, as the API has it, in the order of what was said. */
export const hoursOf = (said: readonly DaysHours[]): Hours[] =>
  said.flatMap(({ days, breaks, ...span }) =>
    DAYS.filter((day) => days.includes(day)).map((day) => ({
      day,
      ...withEnd(span),
      breaks: breaks.map(withEnd),
    })),
  );

interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

const HOURS_AT = /^\/hours\/(\d+)/;

/** What is wrong with one of the hours that were said: what several of its days have in common is told once. */
export const faultsOfHours = (
  said: readonly DaysHours[],
  index: number,
  faults: readonly Fault[],
): string | undefined => {
  const before = hoursOf(said.slice(0, index)).length;
  const after = hoursOf(said.slice(0, index + 1)).length;
  const details = faults.flatMap(({ pointer, detail }) => {
    const at = Number(HOURS_AT.exec(pointer)?.[1] ?? -1);
    return at >= before && at < after ? [detail] : [];
  });
  return details.length === 0 ? undefined : [...new Set(details)].join('; ');
};
