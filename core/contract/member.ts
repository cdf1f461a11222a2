import * as z from 'zod/mini';
import { assetKey } from '../domain/asset-key.ts';
import { roleRef } from '../domain/authorization/role-ref.ts';
import { docs } from '../domain/docs.ts';
import { accountId, folderId, runId, userId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { DEACTIVATION_REASONS, MEMBER_STATUSES } from '../domain/member.ts';
import { memberPatch } from '../domain/member-patch.ts';
import { dialingRules } from '../domain/sections/dialing-rules.ts';
import { sections } from '../domain/sections/index.ts';
import { notices } from '../domain/sections/notifications.ts';
import { sameForm } from '../domain/sections/profile.ts';
import { time } from '../domain/time.ts';
import { listQuery, page } from './lists.ts';
import { memberRole } from './role.ts';

const memberSummary = z
  .object({
    userId,
    accountId,
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    loginId: z.string(),
    location: z.string(),
    folderId,
    role: z.optional(memberRole),
    status: z.enum(MEMBER_STATUSES),
    deactivationReason: z.optional(z.enum(DEACTIVATION_REASONS)).register(docs, {
      description: 'Why a member is deactivated: no-license, when none was free (A-10).',
    }),
    createdAt: time,
    invitedAt: z.optional(time).register(docs, { description: 'When the latest invitation was sent.' }),
  })
  .register(docs, { id: 'MemberSummary' });

/** A member with all that the eight steps set up; a section that was skipped is absent. */
export const memberView = z
  .extend(memberSummary, {
    acceptedAt: z.optional(time).register(docs, { description: 'When the user first signed in.' }),
    sections: z.object(z.partial(sections).shape).register(docs, { id: 'MemberSections' }),
    waitingFor: z.optional(z.array(z.enum(LICENSE_KIND_NAMES))),
    owner: z
      .object({
        isThisAccount: z.boolean(),
        name: z.optional(z.string()),
        parts: z.array(z.string()),
      })
      .register(docs, {
        description:
          'Who may change the parts of the profile that belong to the person: the account that created the user. Others ask the account named (D-35, D-36).',
      }),
    effective: z
      .object({
        dialing: z.object(dialingRules),
        notifications: z.object(notices),
        callerId: z.optional(assetKey),
      })
      .register(docs, {
        description: 'What counts for the member: their own settings, else those of the account.',
      }),
    mayChange: z.array(z.string()).register(docs, {
      description: 'The fields that whoever asks may change, as pointers into `sections`.',
    }),
    onboardedBy: z.optional(runId).register(docs, { description: 'The run that set the member up.' }),
  })
  .register(docs, { id: 'Member' });

/** What is to change of a member; what is left out stays as it is. */
export const editMemberRequest = z
  .strictObject({
    sections: memberPatch.register(docs, {
      id: 'MemberPatch',
      description:
        'Of each section the fields that change, each as a whole; `null` takes away what need not be there, or a whole section.',
    }),
  })
  .register(docs, { id: 'EditMemberRequest' });

export const memberList = page(memberSummary).register(docs, { id: 'MemberList' });

const SEARCHED = ['name', 'email', 'loginId'] as const;

/** What is searched for decides the order of the list, so it is one of them. */
const searchedOnce: z.core.CheckFn<{ [name in (typeof SEARCHED)[number]]?: string | undefined }> = ({
  value,
  issues,
}) => {
  const [first, ...others] = SEARCHED.filter((name) => value[name] !== undefined);
  for (const name of others)
    issues.push({
      code: 'custom',
      input: value[name],
      path: [name],
      message: `must not be there besides ${first}: of ${SEARCHED.join(', ')} only one can be searched for`,
    });
};

/** The beginning of something, in the form in which it is stored: one character can stand for many there. */
const beginning = (longest: number, description: string, ...form: z.core.$ZodCheck<string>[]) =>
  z.optional(z.string().check(...form, z.minLength(1), z.maxLength(longest))).register(docs, { description });

export const memberListQuery = z
  .strictObject({
    status: z.optional(z.enum([...MEMBER_STATUSES, 'any'])).register(docs, {
      description: 'Active members by default (A-14); any when an email or a login ID is searched for.',
    }),
    folderId: z
      .optional(folderId)
      .register(docs, { description: 'Members in this folder, not in those below it.' }),
    role: z.optional(roleRef).register(docs, {
      description: 'Members who have this role, by hand or by their folder; agency roles come besides it.',
    }),
    location: z
      .optional(z.string().check(z.minLength(1), z.maxLength(32)))
      .register(docs, { description: 'Members whose calls this region routes.' }),
    name: beginning(
      200,
      'The beginning of the name, first name first; case and accents make no difference.',
      z.normalize('NFKC'),
      z.trim(),
    ),
    email: beginning(
      254,
      'The beginning of the email, whatever its case; the list is by email then.',
      ...sameForm,
    ),
    loginId: beginning(
      64,
      'The beginning of the login ID, whatever its case; the list is by login ID then.',
      ...sameForm,
    ),
    ...listQuery,
  })
  .check(searchedOnce);

/** What is missing from a profile. */
export const completenessView = z
  .object({
    complete: z.boolean(),
    percent: z.int().check(z.minimum(0), z.maximum(100)),
    missing: z.array(
      z.object({
        pointer: z
          .string()
          .register(docs, { description: 'Where in the onboarding request the data belongs.' }),
        templateField: z
          .string()
          .register(docs, { description: 'The email-template field that stays empty.' }),
        detail: z.string(),
      }),
    ),
  })
  .register(docs, { id: 'Completeness' });
