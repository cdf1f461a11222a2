import * as z from 'zod/mini';
import { docs } from './docs.ts';

/** A field that may be left out: it stays as it is then. `null` takes away what need not be there. */
const left = (field: z.core.$ZodType): z.ZodMiniType => {
  const inner =
    field instanceof z.ZodMiniOptional || field instanceof z.ZodMiniDefault
      ? z.nullable(field._zod.def.innerType)
      : field;
  const said = docs.get(field);
  const patched = z.optional(inner);
  return said === undefined ? patched : patched.register(docs, said);
};

/** What is to change of something: the fields that are named, each as a whole (RFC 7396, one level deep). */
export const patchOf = (whole: z.ZodMiniObject) =>
  z.strictObject(Object.fromEntries(Object.entries(whole.shape).map(([name, field]) => [name, left(field)])));

/** What a patch makes of something: a field is replaced as a whole, and `null` takes it away. */
export const merged = (
  was: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...was, ...patch }).filter(([, value]) => value !== null && value !== undefined),
  );
