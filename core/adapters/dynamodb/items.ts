import * as z from 'zod/mini';
import { FAILURE_CODES } from '../../domain/failures.ts';
import { accountId, runId, userId } from '../../domain/ids.ts';
import { LICENSE_KIND_NAMES, LICENSE_POLICIES } from '../../domain/licenses.ts';
import { DEACTIVATION_REASONS, MEMBER_STATUSES } from '../../domain/member.ts';
import { RUN_OUTCOMES, RUN_STATUSES } from '../../domain/run.ts';
import { sections } from '../../domain/sections/index.ts';
import { WORK_KINDS } from '../../domain/sections/work.ts';
import { WORK_STATES } from '../../domain/steps.ts';

const time = z.iso.datetime();
const count = z.int().check(z.minimum(0));

/** The items of the table, as the domain knows them; keys and stamps are left behind when an item is parsed. */
export const accountItem = z.object({
  accountId,
  name: z.string(),
  language: z.string(),
  licensePolicy: z.enum(LICENSE_POLICIES),
  createdAt: time,
});

export const poolItem = z.object({
  kind: z.enum(LICENSE_KIND_NAMES),
  purchased: count,
  assigned: count,
  waiting: count,
});

export const userItem = z.object({
  userId,
  owningAccountId: accountId,
  email: z.string(),
  loginId: z.string(),
  language: z.string(),
  createdAt: time,
  acceptedAt: z.optional(time),
  accountIds: z.array(accountId),
});

export const memberItem = z.object({
  accountId,
  userId,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  loginId: z.string(),
  location: z.string(),
  status: z.enum(MEMBER_STATUSES),
  deactivationReason: z.optional(z.enum(DEACTIVATION_REASONS)),
  createdAt: time,
  invitedAt: z.optional(time),
});

export const runItem = z.object({
  accountId,
  runId,
  userId,
  name: z.string(),
  status: z.enum(RUN_STATUSES),
  attempt: z.int().check(z.minimum(1)),
  requestedBy: z.string(),
  createdAt: time,
  endedAt: z.optional(time),
  outcome: z.optional(z.enum(RUN_OUTCOMES)),
  failure: z.optional(
    z.object({ step: z.enum(WORK_STATES), code: z.enum(FAILURE_CODES), detail: z.string() }),
  ),
  dueAt: z.optional(time),
  sections: z.optional(sections),
  formerWork: z.optional(z.array(z.object({ kind: z.enum(WORK_KINDS), key: z.string() }))),
});

export const replayItem = z.object({ requestHash: z.string(), resultId: z.string() });
