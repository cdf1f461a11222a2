import * as z from 'zod/mini';
import { AGENCY_ROLES } from '../../../domain/authorization/rights.ts';
import { FAILURE_CODES } from '../../../domain/failures.ts';
import { accountId, agencyId, folderId, ROOT_FOLDER, runId, userId } from '../../../domain/ids.ts';
import { RUN_OUTCOMES, RUN_STATUSES } from '../../../domain/run.ts';
import { sections } from '../../../domain/sections/index.ts';
import { WORK_KINDS } from '../../../domain/sections/work.ts';
import { WORK_STATES } from '../../../domain/steps.ts';
import { time } from '../../../domain/time.ts';

/** A run with its request, as the domain knows it. */
export const runItem = z.object({
  accountId,
  runId,
  userId,
  name: z.string(),
  status: z.enum(RUN_STATUSES),
  attempt: z.int().check(z.minimum(1)),
  requestedBy: z.string(),
  // Runs of before there were folders are for the one that every account has.
  folderId: z._default(folderId, ROOT_FOLDER),
  isOffer: z.optional(z.boolean()),
  agencyRole: z.optional(z.object({ agencyId, role: z.enum(AGENCY_ROLES) })),
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
