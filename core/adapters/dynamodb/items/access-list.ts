import * as z from 'zod/mini';
import { LISTED_KINDS } from '../../../domain/access-list.ts';
import { accountId } from '../../../domain/ids.ts';

/** An access list that somebody has written, as the domain knows it. */
export const accessListItem = z.object({
  accountId,
  kind: z.enum(LISTED_KINDS),
  key: z.string(),
  subjects: z.array(z.string()),
  version: z.int().check(z.minimum(1)),
});
