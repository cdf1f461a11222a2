import { type Matches, readPattern } from '../events/pattern.ts';

/** The filters of an event source: a record passes when any of the patterns matches; without any, all pass. */
export const readFilters = (patterns: readonly string[]): Matches => {
  const filters = patterns.map((pattern) => readPattern(JSON.parse(pattern)));
  return (record) => filters.length === 0 || filters.some((matches) => matches(record));
};
