import * as z from 'zod';
import { accountId, runId, userId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { DEACTIVATION_REASONS, MEMBER_STATUSES } from '../domain/member.ts';
import { sections } from '../domain/sections/index.ts';
import { page } from './lists.ts';

const time = z.iso.datetime();

const memberSummary = z
  .object({
    userId,
    accountId,
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    loginId: z.string(),
    location: z.string(),
    status: z.enum(MEMBER_STATUSES),
    deactivationReason: z
      .enum(DEACTIVATION_REASONS)
      .optional()
      .describe('Why a member is deactivated: no-license, when none was free (A-10).'),
    createdAt: time,
    invitedAt: time.optional().describe('When the latest invitation was sent.'),
  })
  .meta({ id: 'MemberSummary' });

/** A member with all that the eight steps set up; a section that was skipped is absent. */
export const memberView = memberSummary
  .extend({
    acceptedAt: time.optional().describe('When the user first signed in.'),
    sections: z.object(sections.partial().shape).meta({ id: 'MemberSections' }),
    waitingFor: z.array(z.enum(LICENSE_KIND_NAMES)).optional(),
    onboardedBy: runId.optional().describe('The run that set the member up.'),
  })
  .meta({ id: 'Member' });

export const memberList = page(memberSummary).meta({ id: 'MemberList' });

export const memberListQuery = {
  status: z.enum(MEMBER_STATUSES).default('active').describe('Active members by default (A-14).'),
  name: z
    .string()
    // One compatibility character can stand for eighteen, so it is unfolded before it is measured.
    .normalize('NFKC')
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('The beginning of the name, first name first; case and accents make no difference.'),
};

/** What is missing from a profile. */
export const completenessView = z
  .object({
    complete: z.boolean(),
    percent: z.int().min(0).max(100),
    missing: z.array(
      z.object({
        pointer: z.string().describe('Where in the onboarding request the data belongs.'),
        templateField: z.string().describe('The email-template field that stays empty.'),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'Completeness' });
