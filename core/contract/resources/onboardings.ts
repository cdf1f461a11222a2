import * as z from 'zod/mini';
import { accountId, runId } from '../../domain/ids.ts';
import { accessOfferRequest, accessOfferView } from '../access-offer.ts';
import { answers } from '../answer.ts';
import { listQuery } from '../lists.ts';
import { onboardingRequest, resumeRequest, runList, runListQuery, runView } from '../onboarding.ts';
import type { Route } from '../route.ts';

const inAccount = z.strictObject({ accountId });
const ofRun = z.strictObject({ accountId, runId });
const nothing = z.strictObject({});

/** Onboardings: the runs that take new users through the eight steps. */
export const onboardings = {
  start: {
    operationId: 'startOnboarding',
    method: 'POST',
    path: '/v1/accounts/{accountId}/onboardings',
    summary: 'Onboard a user',
    description:
      'Checks the whole request, claims the email and the login ID, and starts the eight steps. Follow the run at the Location.',
    params: inAccount,
    query: nothing,
    body: onboardingRequest,
    success: {
      status: 202,
      description: 'The run has started.',
      contentType: 'application/json',
      schema: runView,
      location: true,
    },
    problems: [
      'more-than-held',
      'not-in-folder',
      'user-exists',
      'login-id-taken',
      'extension-taken',
      'changed-meanwhile',
      'idempotency-key-reused',
    ],
  },
  list: {
    operationId: 'listOnboardings',
    method: 'GET',
    path: '/v1/accounts/{accountId}/onboardings',
    summary: 'List runs, newest first',
    params: inAccount,
    query: z.strictObject({ ...runListQuery, ...listQuery }),
    success: {
      status: 200,
      description: 'A page of runs.',
      contentType: 'application/json',
      schema: runList,
    },
    problems: [],
  },
  read: {
    operationId: 'readOnboarding',
    method: 'GET',
    path: '/v1/accounts/{accountId}/onboardings/{runId}',
    summary: 'Follow a run',
    params: ofRun,
    query: nothing,
    success: {
      status: 200,
      description: 'The run with its eight steps.',
      contentType: 'application/json',
      schema: runView,
    },
    problems: [],
  },
  resume: {
    operationId: 'resumeOnboarding',
    method: 'POST',
    path: '/v1/accounts/{accountId}/onboardings/{runId}/resume',
    summary: 'Resume a failed run',
    description:
      'Goes on from the step that failed, with the sections corrected that the body gives; sections of steps that are done stand.',
    params: ofRun,
    query: nothing,
    body: resumeRequest,
    success: {
      status: 202,
      description: 'The run goes on.',
      contentType: 'application/json',
      schema: runView,
      location: true,
    },
    problems: [
      'more-than-held',
      'not-in-folder',
      'changed-meanwhile',
      'run-not-failed',
      'step-already-done',
      'user-exists',
      'login-id-taken',
      'extension-taken',
      'idempotency-key-reused',
    ],
  },
  discard: {
    operationId: 'discardOnboarding',
    method: 'POST',
    path: '/v1/accounts/{accountId}/onboardings/{runId}/discard',
    summary: 'Discard a failed run, or withdraw an offer',
    description: 'Undoes what the run did, in reverse: no seat, no login and no claim stays behind.',
    params: ofRun,
    query: nothing,
    success: {
      status: 200,
      description: 'The run is discarded.',
      contentType: 'application/json',
      schema: runView,
    },
    problems: ['not-in-folder', 'run-not-failed', 'idempotency-key-reused'],
  },
  offer: {
    operationId: 'offerAccess',
    method: 'POST',
    path: '/v1/accounts/{accountId}/access-offers',
    summary: 'Offer access to a user who exists',
    description:
      'In the accounts named, with the same or another role. Each is set up like a new user; then the user is told, and accepts or declines (X-19).',
    params: inAccount,
    query: nothing,
    body: accessOfferRequest,
    success: answers(202, 'One run per account has started.', accessOfferView),
    problems: ['more-than-held', 'not-in-folder', 'already-member', 'idempotency-key-reused'],
  },
} as const satisfies Record<string, Route>;
