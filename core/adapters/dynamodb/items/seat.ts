import * as z from 'zod/mini';
import { accountId, userId } from '../../../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../../../domain/licenses.ts';

/** One license held by one member. */
export const seatItem = z.object({ userId });

/** A place in the waiting line, as the domain knows it. */
export const placeItem = z.object({
  accountId,
  userId,
  place: z.string(),
  kinds: z.array(z.enum(LICENSE_KIND_NAMES)),
});
