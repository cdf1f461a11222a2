import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { accountId, runId, userId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { RUN_OUTCOMES, RUN_STATUSES } from '../domain/run.ts';
import { sections } from '../domain/sections/index.ts';
import { SECTION_NAMES, STEP_NAMES, WORK_STATES } from '../domain/steps.ts';
import { time } from '../domain/time.ts';
import { page } from './lists.ts';

/** The whole of a new user: one section per step (A-1…A-8). */
export const onboardingRequest = sections.register(docs, { id: 'OnboardingRequest' });

/** Corrected sections for a run that has failed; each replaces the section of a step that is not done yet. */
export const resumeRequest = z
  .strictObject({ sections: z._default(z.strictObject(z.partial(sections).shape), {}) })
  .register(docs, { id: 'ResumeRequest' });

const step = z
  .object({
    name: z.enum(STEP_NAMES),
    title: z.string(),
    section: z.enum(SECTION_NAMES),
    state: z.enum(['pending', 'running', 'done', 'skipped', 'failed']),
    startedAt: z.optional(time),
    endedAt: z.optional(time),
  })
  .register(docs, { id: 'Step' });

const runSummary = z
  .object({
    runId,
    accountId,
    userId,
    name: z.string(),
    status: z.enum(RUN_STATUSES),
    attempt: z
      .int()
      .check(z.minimum(1))
      .register(docs, { description: 'Counts the starts of the run: one more with every resume.' }),
    createdAt: time,
    endedAt: z.optional(time),
    outcome: z.optional(z.enum(RUN_OUTCOMES)).register(docs, {
      description: 'How a finished run left the member: active, or deactivated for want of a license.',
    }),
    failure: z
      .optional(
        z.object({
          step: z.enum(WORK_STATES),
          code: z.string(),
          reason: z.string(),
          detail: z.string(),
          remedy: z.string(),
        }),
      )
      .register(docs, { description: 'Why a failed run is parked, and what to do about it.' }),
  })
  .register(docs, { id: 'RunSummary' });

/** One run as a person follows it. */
export const runView = z
  .extend(runSummary, {
    waitingFor: z.optional(z.array(z.enum(LICENSE_KIND_NAMES))).register(docs, {
      description: 'The licenses the member stands in line for, if none were free (A-10).',
    }),
    steps: z.array(step).check(z.length(STEP_NAMES.length)),
    sections: z.optional(z.object(z.partial(sections).shape)).register(docs, {
      description:
        'Of a run that has failed, what was asked for of the steps that are not done: to be corrected, and resumed with.',
    }),
  })
  .register(docs, { id: 'Run' });

export const runList = page(runSummary).register(docs, { id: 'RunList' });

export const runListQuery = {
  status: z
    .optional(z.enum(RUN_STATUSES))
    .register(docs, { description: 'Runs of this status only; all of them without it.' }),
};
