import type { LedgerEntry, LicenseKind } from '../../api/billing.ts';

interface Point {
  /** In milliseconds. */
  readonly at: number;
  readonly seats: number;
}

/** How many seats of a kind were owned: from each point on, until the next. */
export interface SeatLine {
  readonly kind: LicenseKind;
  readonly points: readonly Point[];
}

/** The ledger, newest first, as a line for each kind of which there ever was a seat; up to `now`, in milliseconds. */
export const seatLines = (entries: readonly LedgerEntry[], now: number): readonly SeatLine[] => {
  const byKind = new Map<LicenseKind, Point[]>();
  for (const { at, lines } of entries.toReversed())
    for (const { kind, before, after } of lines) {
      const points = byKind.get(kind) ?? [];
      const time = Date.parse(at);
      // What was before the oldest entry is known by what it changed.
      if (points.length === 0 && before > 0) points.push({ at: firstOf(entries), seats: before });
      points.push({ at: time, seats: after });
      byKind.set(kind, points);
    }
  return [...byKind].flatMap(([kind, points]) => {
    const last = points.at(-1);
    const changes = points.filter(({ seats }, index) => seats !== points[index - 1]?.seats);
    return last === undefined || points.every(({ seats }) => seats === 0)
      ? []
      : [{ kind, points: [...changes, { at: now, seats: last.seats }] }];
  });
};

const firstOf = (entries: readonly LedgerEntry[]): number => {
  const oldest = entries.at(-1);
  return oldest === undefined ? 0 : Date.parse(oldest.at);
};

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Where things are in a chart: from time and seats to its units. */
export const scalesOf = (lines: readonly SeatLine[], { width, height }: Frame) => {
  const points = lines.flatMap((line) => line.points);
  const times = points.map(({ at }) => at);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const top = Math.max(1, ...points.map(({ seats }) => seats));
  return {
    from,
    to,
    top,
    x: (at: number) => (to === from ? width : ((at - from) / (to - from)) * width),
    y: (seats: number) => height - (seats / top) * height,
  };
};

/** The steps of a line as an SVG path. */
export const pathOf = (
  { points }: SeatLine,
  { x, y }: Pick<ReturnType<typeof scalesOf>, 'x' | 'y'>,
): string =>
  points
    .map(({ at, seats }, index) =>
      index === 0 ? `M${round(x(at))} ${round(y(seats))}` : `H${round(x(at))}V${round(y(seats))}`,
    )
    .join('');

const round = (value: number): number => Math.round(value * 10) / 10;
