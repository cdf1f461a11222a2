import * as z from 'zod';
import { isRecord } from '../template/intrinsics.ts';

const equalValues = z
  .array(
    z.union([z.string(), z.number(), z.boolean(), z.null()], {
      error: 'is not hosted by the embedded cloud, which knows equal values only',
    }),
  )
  .min(1);

type EqualValues = z.infer<typeof equalValues>;

/** An event pattern: for each field that it names, the values of which the event must have one. */
export interface Pattern {
  readonly [field: string]: Pattern | EqualValues;
}

/** Refuses every other operator: a pattern half understood would match what it should not. */
export const readPattern = (pattern: unknown, where: string): Pattern => {
  if (!isRecord(pattern)) throw new Error(`${where}: must be an object`);
  return Object.fromEntries(
    Object.entries(pattern).map(([field, wanted]) => {
      const at = `${where}.${field}`;
      if (!Array.isArray(wanted)) return [field, readPattern(wanted, at)];
      const values = equalValues.safeParse(wanted);
      if (!values.success) throw new Error(`${at}: ${values.error.issues[0]?.message}`);
      return [field, values.data];
    }),
  );
};

/** Of a list in an event, one value has to be wanted. A field that is not there matches nothing, not even null. */
export const matches = (pattern: Pattern, event: unknown): boolean =>
  isRecord(event) &&
  Object.entries(pattern).every(([field, wanted]) => {
    const found = [event[field]].flat();
    return found.some((value) =>
      isEqualValues(wanted) ? wanted.some((one) => one === value) : matches(wanted, value),
    );
  });

const isEqualValues = (wanted: Pattern | EqualValues): wanted is EqualValues => Array.isArray(wanted);
