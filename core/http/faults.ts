import * as z from 'zod/mini';
import type { Fault } from '../domain/errors.ts';
import { faultsOf } from '../domain/schema-faults.ts';

const ARTICLES: Record<string, string> = { array: 'a list', object: 'an object', int: 'a whole number' };

const FORMATS: Record<string, string> = {
  date: 'must be a date such as 2027-01-31',
  url: 'must be a web address such as https://example.com/',
};

/** Words for what zod would say in its own; rules that say what they want keep their text. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is required';
      return `must be ${ARTICLES[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is required' : `must be one of ${issue.values.join(', ')}`;
    case 'invalid_union':
      // Of the choices there are, none has been named; where one has, its own faults are told.
      return Array.isArray(issue.options) ? `must be one of ${issue.options.join(', ')}` : undefined;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at least ${issue.minimum}`
        : 'must not be empty';
    case 'too_big':
      if (issue.origin === 'array') return `must hold at most ${issue.maximum}`;
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'invalid_format':
      return FORMATS[issue.format];
    default:
      return undefined;
  }
};

/** Reads a part of a request by its schema: the value, or every fault in it. `at` is where the part stands. */
export const read = <Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  at: string,
): { value: z.output<Schema>; faults: [] } | { value?: undefined; faults: Fault[] } => {
  const result = z.safeParse(schema, value, { error: inWords });
  if (result.success) return { value: result.data, faults: [] };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(at, issue)) };
};
