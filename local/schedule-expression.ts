const UNIT_MILLISECONDS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(1 minute)`, the only kind of schedule Rollcall has, as milliseconds. Throws on every other. */
export const readRate = (expression: string): number => {
  const [, count, unit] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit === 'minute' || unit === 'hour' || unit === 'day') return Number(count) * UNIT_MILLISECONDS[unit];
  throw new Error(`the schedule ${expression} is not hosted by the embedded cloud, which knows rate(…) only`);
};
