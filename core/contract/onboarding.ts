import * as z from 'zod';
import { accountId, runId, userId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { RUN_OUTCOMES, RUN_STATUSES } from '../domain/run.ts';
import { sections } from '../domain/sections/index.ts';
import { SECTION_NAMES, STEP_NAMES, WORK_STATES } from '../domain/steps.ts';
import { page } from './lists.ts';

/** The whole of a new user: one section per step (A-1…A-8). */
export const onboardingRequest = sections.meta({ id: 'OnboardingRequest' });

/** Corrected sections for a run that has failed; each replaces the section of a step that is not done yet. */
export const resumeRequest = z
  .strictObject({ sections: z.strictObject(sections.partial().shape).default({}) })
  .meta({ id: 'ResumeRequest' });

const time = z.iso.datetime();

const step = z
  .object({
    name: z.enum(STEP_NAMES),
    title: z.string(),
    section: z.enum(SECTION_NAMES),
    state: z.enum(['pending', 'running', 'done', 'skipped', 'failed']),
    startedAt: time.optional(),
    endedAt: time.optional(),
  })
  .meta({ id: 'Step' });

const runSummary = z
  .object({
    runId,
    accountId,
    userId,
    name: z.string(),
    status: z.enum(RUN_STATUSES),
    attempt: z.int().min(1).describe('Counts the starts of the run: one more with every resume.'),
    createdAt: time,
    endedAt: time.optional(),
    outcome: z
      .enum(RUN_OUTCOMES)
      .optional()
      .describe('How a finished run left the member: active, or deactivated for want of a license.'),
    failure: z
      .object({
        step: z.enum(WORK_STATES),
        code: z.string(),
        reason: z.string(),
        detail: z.string(),
        remedy: z.string(),
      })
      .optional()
      .describe('Why a failed run is parked, and what to do about it.'),
  })
  .meta({ id: 'RunSummary' });

/** One run as a person follows it. */
export const runView = runSummary
  .extend({
    waitingFor: z
      .array(z.enum(LICENSE_KIND_NAMES))
      .optional()
      .describe('The licenses the member stands in line for, if none were free (A-10).'),
    steps: z.array(step).length(STEP_NAMES.length),
  })
  .meta({ id: 'Run' });

export const runList = page(runSummary).meta({ id: 'RunList' });

export const runListQuery = {
  status: z.enum(RUN_STATUSES).optional().describe('Runs of this status only; all of them without it.'),
};
