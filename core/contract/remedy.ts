import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { MENDING_CALL_NAMES } from '../domain/remedy.ts';

/** Something to do about a problem, and the call that does it. */
export const remedy = z
  .object({
    detail: z.string(),
    operationId: z.enum(MENDING_CALL_NAMES),
    method: z.string(),
    path: z.string().register(docs, {
      description: 'With the ids that are known filled in; what is left to choose stands in braces.',
    }),
  })
  .register(docs, { id: 'Remedy' });
