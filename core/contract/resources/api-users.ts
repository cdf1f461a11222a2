import * as z from 'zod/mini';
import { accountId, apiUserId } from '../../domain/ids.ts';
import { answers, answersNothing, inAccount, nothing } from '../answer.ts';
import { apiUserList, apiUserRequest, apiUserView, apiUserWithSecret } from '../api-user.ts';
import { listQuery } from '../lists.ts';
import type { Route } from '../route.ts';

const ofApiUser = z.strictObject({ accountId, apiUserId });

/** API users: programs that sign in with a secret (E-11, E-12). */
export const apiUsers = {
  list: {
    operationId: 'listApiUsers',
    method: 'GET',
    path: '/v1/accounts/{accountId}/api-users',
    summary: 'List API users',
    params: inAccount,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of API users, without secrets.', apiUserList),
    problems: [],
  },
  create: {
    operationId: 'createApiUser',
    method: 'POST',
    path: '/v1/accounts/{accountId}/api-users',
    summary: 'Make an API user',
    description:
      'Its secret is in the answer, and nowhere else: a repeat under the same Idempotency-Key is refused.',
    params: inAccount,
    query: nothing,
    body: apiUserRequest,
    success: answers(201, 'The API user with its secret.', apiUserWithSecret, { etag: true, location: true }),
    problems: ['more-than-held', 'secret-shown-before', 'idempotency-key-reused'],
  },
  read: {
    operationId: 'readApiUser',
    method: 'GET',
    path: '/v1/accounts/{accountId}/api-users/{apiUserId}',
    summary: 'Read an API user',
    params: ofApiUser,
    query: nothing,
    success: answers(200, 'The API user, without its secret.', apiUserView, { etag: true }),
    problems: [],
  },
  change: {
    operationId: 'changeApiUser',
    method: 'PUT',
    path: '/v1/accounts/{accountId}/api-users/{apiUserId}',
    summary: 'Change an API user',
    description: 'Takes effect on its next call, whatever its token says.',
    conditional: true,
    params: ofApiUser,
    query: nothing,
    body: apiUserRequest,
    success: answers(200, 'The API user.', apiUserView, { etag: true }),
    problems: ['more-than-held'],
  },
  rotate: {
    operationId: 'rotateApiUserSecret',
    method: 'POST',
    path: '/v1/accounts/{accountId}/api-users/{apiUserId}/secret',
    summary: 'Rotate the secret',
    description: 'The former secret and the tokens it got stop working at once.',
    params: ofApiUser,
    query: nothing,
    success: answers(200, 'The API user with its new secret.', apiUserWithSecret, { etag: true }),
    problems: ['more-than-held', 'secret-shown-before', 'idempotency-key-reused', 'changed-meanwhile'],
  },
  revoke: {
    operationId: 'revokeApiUser',
    method: 'DELETE',
    path: '/v1/accounts/{accountId}/api-users/{apiUserId}',
    summary: 'Revoke an API user',
    description: 'Refused from the next call on.',
    params: ofApiUser,
    query: nothing,
    success: answersNothing('The API user is gone.'),
    problems: ['more-than-held'],
  },
} as const satisfies Record<string, Route>;
