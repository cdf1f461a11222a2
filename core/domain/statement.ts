import { type LedgerEntry, monthlyCostAfter } from './billing-ledger.ts';
import { LICENSE_KIND_NAMES, type LicenseKind, licenseFacts } from './licenses.ts';

/** What is charged for the seats of one kind at one price. */
export interface StatementLine {
  kind: LicenseKind;
  name: string;
  /** Of a month, in the currency’s smallest unit. */
  pricePerSeat: number;
  /** Seats, counted once for each day they were owned. */
  seatDays: number;
  amount: number;
}

interface SeatsOwned {
  kind: LicenseKind;
  seats: number;
}

/** What an account is charged for a month (UTC), and why. */
export interface Statement {
  /** `2026-11` */
  month: string;
  /** While the month goes on: only the days that have ended are charged yet. */
  open: boolean;
  currency: string;
  daysInMonth: number;
  daysCharged: number;
  /** The seats owned when the month began, and those owned at its end, or now. */
  opening: readonly SeatsOwned[];
  closing: readonly SeatsOwned[];
  lines: readonly StatementLine[];
  total: number;
  /** The changes made in the month, oldest first. */
  entries: readonly LedgerEntry[];
}

const DAY = 24 * 60 * 60_000;

const firstOf = (month: string): number => Date.parse(`${month}-01T00:00:00.000Z`);

export const monthOf = (at: string): string => new Date(at).toISOString().slice(0, 7);

const nextMonth = (month: string): string => monthOf(new Date(firstOf(month) + 31 * DAY).toISOString());

/** The months from one time to another, newest first. */
export const monthsFrom = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.unshift(month);
  return months;
};

/** An entry with the time from which it counts, in milliseconds. */
interface Counting {
  entry: LedgerEntry;
  from: number;
}

/** In the order in which they were made: by their numbers, since the clocks of two machines may differ a little. */
const timeline = (entries: readonly LedgerEntry[]): readonly Counting[] => {
  let latest = Number.NEGATIVE_INFINITY;
  return [...entries]
    .sort((one, other) => one.entry - other.entry)
    .map((entry) => {
      latest = Math.max(latest, Date.parse(entry.at));
      return { entry, from: latest };
    });
};

const ownedBefore = (counting: readonly Counting[], time: number): LedgerEntry | undefined =>
  counting.findLast(({ from }) => from < time)?.entry;

const seatsIn = (entry: LedgerEntry | undefined): SeatsOwned[] =>
  (entry?.lines ?? []).map(({ kind, after }) => ({ kind, seats: after }));

/** The seats of each kind at each price, counted for each day by what is owned at its end. */
const seatDaysOf = (counting: readonly Counting[], from: number, to: number) => {
  const days = new Map<string, Pick<StatementLine, 'kind' | 'pricePerSeat' | 'seatDays'>>();
  for (let end = from + DAY; end <= to; end += DAY) {
    for (const { kind, after, pricePerSeat } of ownedBefore(counting, end)?.lines ?? []) {
      if (after === 0) continue;
      const key = `${kind} ${pricePerSeat}`;
      const seatDays = (days.get(key)?.seatDays ?? 0) + after;
      days.set(key, { kind, pricePerSeat, seatDays });
    }
  }
  return [...days.values()].sort(
    (one, other) =>
      LICENSE_KIND_NAMES.indexOf(one.kind) - LICENSE_KIND_NAMES.indexOf(other.kind) ||
      one.pricePerSeat - other.pricePerSeat,
  );
};

/** Half a unit is rounded up. Whole numbers all the way: at most 2 × 31 days × 1,000,000 seats × 100,000,000. */
const rounded = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));

/** The statement of a month, made from the ledger of the account up to now. */
export const statementOf = (all: readonly LedgerEntry[], month: string, now: string): Statement => {
  const counting = timeline(all);
  const begin = firstOf(month);
  const end = firstOf(nextMonth(month));
  const until = Math.min(end, Date.parse(now));
  const daysInMonth = (end - begin) / DAY;
  const lines = seatDaysOf(counting, begin, until).map((line) => ({
    ...line,
    name: licenseFacts(line.kind).name,
    amount: rounded(line.seatDays * line.pricePerSeat, daysInMonth),
  }));
  // What has happened in this very moment is part of it.
  const closing = ownedBefore(counting, until === end ? end : until + 1);
  return {
    month,
    open: until < end,
    currency: (closing ?? all[0])?.currency ?? '',
    daysInMonth,
    daysCharged: Math.max(0, Math.floor((until - begin) / DAY)),
    opening: seatsIn(ownedBefore(counting, begin)),
    closing: seatsIn(closing),
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    entries: counting.filter(({ from }) => from >= begin && from < end).map(({ entry }) => entry),
  };
};

/** What the account is charged for a whole month as it is now, in the currency’s smallest unit. */
export const chargedNow = (latest: Pick<LedgerEntry, 'lines'> | undefined): number =>
  latest === undefined ? 0 : monthlyCostAfter(latest);
