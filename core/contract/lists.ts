import * as z from 'zod';

/** The query parameters of every list. */
export const listQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('The most items of a page.'),
  cursor: z
    .string()
    .min(1)
    // Of a list by a long name in a script of three bytes a letter, in Base64.
    .max(4096)
    .optional()
    .describe('Opaque; the `nextCursor` of the page before, for the next page.'),
};

/** A page of a list. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().optional().describe('Absent on the last page.'),
  });
