import * as z from 'zod';
import { accountId, runId, userId } from '../domain/ids.ts';
import { accountView } from './account.ts';
import { listQuery } from './lists.ts';
import { meView } from './me.ts';
import { completenessView, memberList, memberListQuery, memberView } from './member.ts';
import { onboardingRequest, resumeRequest, runList, runListQuery, runView } from './onboarding.ts';
import type { Route } from './route.ts';

const inAccount = z.strictObject({ accountId });
const ofRun = z.strictObject({ accountId, runId });
const ofMember = z.strictObject({ accountId, userId });
const nothing = z.strictObject({});

/** Every route, by the resource whose function owns it. */
export const routes = {
  onboardings: {
    start: {
      operationId: 'startOnboarding',
      method: 'POST',
      path: '/v1/accounts/{accountId}/onboardings',
      summary: 'Onboard a user',
      description:
        'Checks the whole request, claims the email and the login ID, and starts the eight steps. Follow the run at the Location.',
      access: { permission: 'create-user' },
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
      problems: ['user-exists', 'login-id-taken', 'idempotency-key-reused'],
    },
    list: {
      operationId: 'listOnboardings',
      method: 'GET',
      path: '/v1/accounts/{accountId}/onboardings',
      summary: 'List runs, newest first',
      access: { permission: 'create-user' },
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
      access: { permission: 'create-user' },
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
      access: { permission: 'create-user' },
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
      problems: ['run-not-failed', 'step-already-done', 'idempotency-key-reused'],
    },
    discard: {
      operationId: 'discardOnboarding',
      method: 'POST',
      path: '/v1/accounts/{accountId}/onboardings/{runId}/discard',
      summary: 'Discard a failed run',
      description: 'Undoes what the run did, in reverse: no seat, no login and no claim stays behind.',
      access: { permission: 'create-user' },
      params: ofRun,
      query: nothing,
      success: {
        status: 200,
        description: 'The run is discarded.',
        contentType: 'application/json',
        schema: runView,
      },
      problems: ['run-not-failed', 'idempotency-key-reused'],
    },
  },
  members: {
    list: {
      operationId: 'listMembers',
      method: 'GET',
      path: '/v1/accounts/{accountId}/members',
      summary: 'List members by name',
      access: { permission: 'search-users' },
      params: inAccount,
      query: z.strictObject({ ...memberListQuery, ...listQuery }),
      success: {
        status: 200,
        description: 'A page of members.',
        contentType: 'application/json',
        schema: memberList,
      },
      problems: [],
    },
    read: {
      operationId: 'readMember',
      method: 'GET',
      path: '/v1/accounts/{accountId}/members/{userId}',
      summary: 'Read a member',
      access: { permission: 'search-users', orSelf: true },
      params: ofMember,
      query: nothing,
      success: {
        status: 200,
        description: 'The member.',
        contentType: 'application/json',
        schema: memberView,
      },
      problems: [],
    },
    completeness: {
      operationId: 'readMemberCompleteness',
      method: 'GET',
      path: '/v1/accounts/{accountId}/members/{userId}/completeness',
      summary: 'What is missing from a profile',
      access: { permission: 'search-users', orSelf: true },
      params: ofMember,
      query: nothing,
      success: {
        status: 200,
        description: 'The missing data, and the email-template fields that stay empty.',
        contentType: 'application/json',
        schema: completenessView,
      },
      problems: [],
    },
  },
  accounts: {
    read: {
      operationId: 'readAccount',
      method: 'GET',
      path: '/v1/accounts/{accountId}',
      summary: 'Read an account with its license pools',
      access: { permission: 'create-user' },
      params: inAccount,
      query: nothing,
      success: {
        status: 200,
        description: 'The account.',
        contentType: 'application/json',
        schema: accountView,
      },
      problems: [],
    },
  },
  me: {
    read: {
      operationId: 'readMe',
      method: 'GET',
      path: '/v1/me',
      summary: 'Who am I, and what may I do',
      access: 'signed-in',
      params: nothing,
      query: nothing,
      success: {
        status: 200,
        description: 'The signed-in person.',
        contentType: 'application/json',
        schema: meView,
      },
      problems: [],
    },
    accept: {
      operationId: 'acceptInvitation',
      method: 'POST',
      path: '/v1/me/acceptance',
      summary: 'Accept the invitation',
      description:
        'Called once after the first sign-in; from then on the login ID works as well as the email. A repeat does no harm.',
      access: 'signed-in',
      params: nothing,
      query: nothing,
      success: {
        status: 200,
        description: 'The signed-in person.',
        contentType: 'application/json',
        schema: meView,
      },
      problems: ['login-id-taken'],
    },
  },
  contract: {
    openapi: {
      operationId: 'readOpenApi',
      method: 'GET',
      path: '/v1/openapi.json',
      summary: 'This contract as an OpenAPI 3.1 document',
      access: 'public',
      params: nothing,
      query: nothing,
      success: {
        status: 200,
        description: 'The document.',
        contentType: 'application/openapi+json',
      },
      problems: [],
    },
    docs: {
      operationId: 'readDocs',
      method: 'GET',
      path: '/v1/docs',
      summary: 'This contract as a page to read',
      access: 'public',
      params: nothing,
      query: nothing,
      success: { status: 200, description: 'The page.', contentType: 'text/html; charset=utf-8' },
      problems: [],
    },
  },
} as const satisfies Record<string, Record<string, Route>>;

export type ResourceName = keyof typeof routes;

export const allRoutes: readonly Route[] = Object.values(routes).flatMap((resource) =>
  Object.values(resource),
);
