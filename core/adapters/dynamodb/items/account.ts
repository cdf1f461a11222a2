import * as z from 'zod/mini';
import { APP_NAMES } from '../../../domain/apps.ts';
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
  // Accounts of before there were apps have installed none.
  apps: z._default(z.array(z.enum(APP_NAMES)), []),
  agencyId: z.optional(agencyId),
  parentAccountId: z.optional(accountId),
  createdAt: time,
});

/** One block of one of an account's pools. */
export const poolItem = z.object({
  kind: z.enum(LICENSE_KIND_NAMES),
  block: count,
  purchased: count,
  assigned: count,
  inUse: count,
  waiting: count,
});
