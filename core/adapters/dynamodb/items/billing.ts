import * as z from 'zod/mini';
import { accountId } from '../../../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../../../domain/licenses.ts';
import { time } from '../../../domain/time.ts';

const count = z.int().check(z.minimum(0));

/** What an account owns: its plan, and how often that has changed. How many seats, its pools say. */
export const billingItem = z.object({ planId: z.string(), version: count });

/** One change of what an account owns. */
export const ledgerItem = z.object({
  accountId,
  entry: z.int().check(z.minimum(1)),
  at: time,
  by: z.string(),
  planId: z.string(),
  currency: z.string(),
  lines: z.array(
    z.object({ kind: z.enum(LICENSE_KIND_NAMES), before: count, after: count, pricePerSeat: count }),
  ),
});
