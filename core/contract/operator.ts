import * as z from 'zod/mini';

/** What an operator's function answers when it did nothing: a stable code, words, and every fault of the request. */
export const refusal = z.object({
  refused: z.object({
    code: z.string(),
    detail: z.string(),
    faults: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  }),
});

export type Refusal = z.infer<typeof refusal>;
