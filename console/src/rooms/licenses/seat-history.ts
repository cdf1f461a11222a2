/** As much of an entry of the ledger as lines are made of. */
interface Entry<Kind> {
  /** RFC 3339. */
  readonly at: string;
  readonly lines: readonly { readonly kind: Kind; readonly before: number; readonly after: number }[];
}

interface Point {
  /** In milliseconds. */
  readonly at: number;
  readonly seats: number;
}

/** How many seats of a kind were owned: from each point on, until the next. */
export interface SeatLine<Kind = string> {
  readonly kind: Kind;
  readonly points: readonly Point[];
}

/** The ledger, newest first, as a line for each kind of which there ever was a seat; up to `now`, in milliseconds. */
export const seatLines = <Kind>(entries: readonly Entry<Kind>[], now: number): readonly SeatLine<Kind>[] => {
  const byKind = new Map<Kind, Point[]>();
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

const firstOf = (entries: readonly Pick<Entry<unknown>, 'at'>[]): number => {
  const oldest = entries.at(-1);
  return oldest === undefined ? 0 : Date.parse(oldest.at);
};

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Where things are in a chart: from time and seats to its units. */
export const scalesOf = (lines: readonly Pick<SeatLine, 'points'>[], { width, height }: Frame) => {
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
  { points }: Pick<SeatLine, 'points'>,
  { x, y }: Pick<ReturnType<typeof scalesOf>, 'x' | 'y'>,
): string =>
  points
    .map(({ at, seats }, index) =>
      index === 0 ? `M${round(x(at))} ${round(y(seats))}` : `H${round(x(at))}V${round(y(seats))}`,
    )
    .join('');

const round = (value: number): number => Math.round(value * 10) / 10;
