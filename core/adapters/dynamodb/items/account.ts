import * as z from 'zod/mini';
import { accountId, agencyId } from '../../../domain/ids.ts';
import { LICENSE_KIND_NAMES, LICENSE_POLICIES } from '../../../domain/licenses.ts';
import { time } from '../../../domain/time.ts';

const count = z.int().check(z.minimum(0));

/** The head of an account, as the domain knows it; keys and stamps are left behind when an item is parsed. */
export const accountItem = z.object({
  accountId,
  name: z.string(),
  language: z.string(),
  licensePolicy: z.enum(LICENSE_POLICIES),
  agencyId: z.optional(agencyId),
  parentAccountId: z.optional(accountId),
  createdAt: time,
});

/** One of an account's pools. */
export const poolItem = z.object({
  kind: z.enum(LICENSE_KIND_NAMES),
  purchased: count,
  assigned: count,
  waiting: count,
});
