import * as z from 'zod/mini';
import { answers, ofMember } from '../answer.ts';
import { attemptQuery, diagnosisView } from '../diagnosis.ts';
import type { Route } from '../route.ts';

/** Why somebody cannot do their work. */
export const diagnoses = {
  read: {
    operationId: 'diagnoseMember',
    method: 'GET',
    path: '/v1/accounts/{accountId}/members/{userId}/diagnosis',
    summary: 'Why can this user not sign in, or take a call?',
    description: 'Every cause at once, each with the calls that mend it. Changes nothing.',
    params: ofMember,
    query: z.strictObject(attemptQuery),
    success: answers(200, 'The diagnosis.', diagnosisView),
    problems: [],
  },
} as const satisfies Record<string, Route>;
