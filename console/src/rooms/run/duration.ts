const MILLISECONDS_A_SECOND = 1_000;
const SECONDS_A_MINUTE = 60;

const unit = (locale: string, value: number, of: 'second' | 'minute' | 'millisecond'): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: of,
    unitDisplay: 'short',
    maximumFractionDigits: of === 'second' ? 1 : 0,
  }).format(value);

/** How long something took, in a person’s own numbers; undefined as long as it has not ended. */
export const durationIn = (
  locale: string,
  startedAt: string | undefined,
  endedAt: string | undefined,
): string | undefined => {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  const milliseconds = Date.parse(endedAt) - Date.parse(startedAt);
  if (milliseconds < MILLISECONDS_A_SECOND) return unit(locale, milliseconds, 'millisecond');
  const seconds = milliseconds / MILLISECONDS_A_SECOND;
  return seconds < SECONDS_A_MINUTE
    ? unit(locale, seconds, 'second')
    : unit(locale, seconds / SECONDS_A_MINUTE, 'minute');
};
