import type * as z from 'zod/mini';
import type { Fault } from './errors.ts';

const token = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** RFC 6901 */
const pointerTo = (at: string, path: readonly PropertyKey[]): string =>
  at + path.map((part) => `/${token(part)}`).join('');

/** What a schema finds wrong, each with where it is; `at` is where the schema’s value stands. */
export const faultsOf = (at: string, issue: z.core.$ZodIssue): Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo(at, [...issue.path, key]),
      detail: 'is not a field we know',
    }));
  }
  return [{ pointer: pointerTo(at, issue.path), detail: issue.message }];
};
