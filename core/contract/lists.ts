import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';

/** The query parameters of every list. */
export const listQuery = {
  limit: z
    ._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25)
    .register(docs, { description: 'The most items of a page.' }),
  cursor: z
    // The longest is of a list by a long name in a script of three bytes a letter, in Base64.
    .optional(z.string().check(z.minLength(1), z.maxLength(4096)))
    .register(docs, { description: 'Opaque; the `nextCursor` of the page before, for the next page.' }),
};

/** A page of a list. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.optional(z.string()).register(docs, { description: 'Absent on the last page.' }),
  });
