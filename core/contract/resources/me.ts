import { extraProfile } from '../../domain/extra-profile.ts';
import { answers, answersNothing, inAccount, nothing } from '../answer.ts';
import { meView } from '../me.ts';
import type { Route } from '../route.ts';

/** The signed-in person. */
export const me = {
  read: {
    operationId: 'readMe',
    method: 'GET',
    path: '/v1/me',
    summary: 'Who am I, and what may I do',
    description:
      'In each account, by role, folder, grants and agency; and which other accounts offer access.',
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
  signOut: {
    operationId: 'signOutEverywhere',
    method: 'POST',
    path: '/v1/me/sign-out',
    summary: 'Sign out everywhere',
    description: 'Every session of the person ends, this one too, in every account.',
    params: nothing,
    query: nothing,
    success: answersNothing('Signed out everywhere.'),
    problems: [],
  },
  readExtraProfile: {
    operationId: 'readExtraProfile',
    method: 'GET',
    path: '/v1/me/extra-profile',
    summary: 'What I have answered about myself',
    description: 'Nobody but the person reads it, here alone.',
    params: nothing,
    query: nothing,
    success: answers(200, 'The answers; empty before there are any.', extraProfile),
    problems: [],
  },
  answerExtraProfile: {
    operationId: 'answerExtraProfile',
    method: 'PUT',
    path: '/v1/me/extra-profile',
    summary: 'Answer about myself, or skip it',
    description:
      'What administrators are asked once, after the first login (E-23); nobody must answer, and an empty answer ends the asking too (E-24). It replaces what was answered before.',
    params: nothing,
    query: nothing,
    body: extraProfile,
    success: answers(200, 'The answers.', extraProfile),
    problems: [],
  },
  acceptOffer: {
    operationId: 'acceptOffer',
    method: 'POST',
    path: '/v1/me/offers/{accountId}/accept',
    summary: 'Accept access to another account',
    description: 'The person is active there from then on, or waits for a license. A repeat does no harm.',
    params: inAccount,
    query: nothing,
    success: answers(200, 'The signed-in person.', meView),
    problems: ['no-offer'],
  },
  declineOffer: {
    operationId: 'declineOffer',
    method: 'POST',
    path: '/v1/me/offers/{accountId}/decline',
    summary: 'Decline access to another account',
    description: 'What was set up there is undone.',
    params: inAccount,
    query: nothing,
    success: answers(200, 'The signed-in person.', meView),
    problems: ['no-offer'],
  },
} as const satisfies Record<string, Route>;
