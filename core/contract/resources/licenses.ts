import * as z from 'zod/mini';
import { answers, inAccount, nothing, ofMember } from '../answer.ts';
import { listQuery } from '../lists.ts';
import {
  agentFeaturesPreview,
  agentFeaturesRequest,
  memberLicenses,
  ofMemberAndKind,
  waitingLine,
} from '../member-licenses.ts';
import type { Route } from '../route.ts';

const MEMBER = '/v1/accounts/{accountId}/members/{userId}';

const asTheyAreNow = answers(200, 'The licenses as they are now.', memberLicenses);

/** What stands in the way of who is to have a seat more. */
const refusals = [
  'more-than-held',
  'not-in-folder',
  'wrong-member-status',
  'no-free-seat',
  'license-not-in-plan',
  'changed-meanwhile',
] as const;

/** Which seat is whose, and who waits for one. */
export const licenses = {
  read: {
    operationId: 'readMemberLicenses',
    method: 'GET',
    path: `${MEMBER}/licenses`,
    summary: 'Read the licenses of a member',
    description: 'What they hold, what they wait for and what each session of theirs takes.',
    params: ofMember,
    query: nothing,
    success: answers(200, 'The licenses.', memberLicenses),
    problems: [],
  },
  assign: {
    operationId: 'assignLicense',
    method: 'PUT',
    path: `${MEMBER}/licenses/{kind}`,
    summary: 'Assign a license to a member',
    description:
      'With none free, an active member goes on without it and stands in line for it, or it is refused, as the account wants it. A deactivated member needs the base license to be active again, and gets with it all that they are to hold.',
    params: ofMemberAndKind,
    query: nothing,
    success: asTheyAreNow,
    problems: refusals,
  },
  takeBack: {
    operationId: 'takeBackLicense',
    method: 'DELETE',
    path: `${MEMBER}/licenses/{kind}`,
    summary: 'Take a license back from a member',
    description:
      'The seat goes to whoever waits for it. Without the base license the member is deactivated and gives back every seat.',
    params: ofMemberAndKind,
    query: nothing,
    success: asTheyAreNow,
    problems: [
      'more-than-held',
      'not-in-folder',
      'wrong-member-status',
      'last-administrator',
      'changed-meanwhile',
    ],
  },
  reactivate: {
    operationId: 'reactivateMember',
    method: 'POST',
    path: `${MEMBER}/reactivate`,
    summary: 'Make a deactivated member active again',
    description:
      'With every license that they are to hold; with one missing they stand in line for all of them, or it is refused, as the account wants it.',
    params: ofMember,
    query: nothing,
    success: asTheyAreNow,
    problems: refusals,
  },
  switchAgentFeatures: {
    operationId: 'switchAgentFeatures',
    method: 'PUT',
    path: `${MEMBER}/agent-features`,
    summary: 'Turn the agent features of a member on or off',
    description:
      'Off, they make no calls and their calling seat is free for somebody else; one’s own are one’s own matter (B-2). On, the seat is taken again, or waited for.',
    params: ofMember,
    query: nothing,
    body: agentFeaturesRequest,
    success: asTheyAreNow,
    problems: refusals,
  },
  previewAgentFeatures: {
    operationId: 'previewAgentFeatures',
    method: 'POST',
    path: `${MEMBER}/agent-features/preview`,
    summary: 'What turning the agent features on or off would do',
    description: 'Changes nothing.',
    params: ofMember,
    query: nothing,
    body: agentFeaturesRequest,
    success: answers(200, 'What it would free, take and wait for.', agentFeaturesPreview),
    problems: ['more-than-held', 'not-in-folder', 'wrong-member-status'],
  },
  waitingLine: {
    operationId: 'listWaitingLine',
    method: 'GET',
    path: '/v1/accounts/{accountId}/waiting-line',
    summary: 'List who waits for a license',
    description:
      'Oldest first. Whoever is the oldest whose whole need is free is served, by itself, when a seat is bought or given back. Members out of reach are left out.',
    params: inAccount,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of the waiting line.', waitingLine),
    problems: [],
  },
} as const satisfies Record<string, Route>;
