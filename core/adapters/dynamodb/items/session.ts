import * as z from 'zod/mini';
import { accountId, sessionId, userId } from '../../../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../../../domain/licenses.ts';
import { time } from '../../../domain/time.ts';

const kind = z.enum(LICENSE_KIND_NAMES);

/** A session, as the domain knows it. */
export const sessionItem = z.object({
  accountId,
  userId,
  sessionId,
  kinds: z.array(kind),
  startedAt: time,
  seenAt: time,
});

/** In which block of each pool its seats are. */
export const sessionBlocks = z.object({ blocks: z.partialRecord(kind, z.int().check(z.minimum(0))) });
