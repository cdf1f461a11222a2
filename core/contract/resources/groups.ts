import * as z from 'zod/mini';
import { accountId, groupId } from '../../domain/ids.ts';
import { answers, answersNothing, inAccount, nothing } from '../answer.ts';
import { groupList, groupRequest, groupView } from '../group.ts';
import type { Route } from '../route.ts';

const ofGroup = z.strictObject({ accountId, groupId });

/** Access-control groups: they narrow what their members reach (D-4). */
export const groups = {
  list: {
    operationId: 'listGroups',
    method: 'GET',
    path: '/v1/accounts/{accountId}/groups',
    summary: 'List access-control groups',
    params: inAccount,
    query: nothing,
    success: answers(200, 'Every access-control group.', groupList),
    problems: [],
  },
  create: {
    operationId: 'createGroup',
    method: 'POST',
    path: '/v1/accounts/{accountId}/groups',
    summary: 'Make an access-control group',
    description:
      'It narrows what its members reach; agents, call managers and report managers can join (D-27).',
    params: inAccount,
    query: nothing,
    body: groupRequest,
    success: answers(201, 'The access-control group.', groupView, { etag: true, location: true }),
    problems: ['more-than-held', 'policy-full', 'idempotency-key-reused'],
  },
  read: {
    operationId: 'readGroup',
    method: 'GET',
    path: '/v1/accounts/{accountId}/groups/{groupId}',
    summary: 'Read an access-control group',
    params: ofGroup,
    query: nothing,
    success: answers(200, 'The access-control group.', groupView, { etag: true }),
    problems: [],
  },
  change: {
    operationId: 'changeGroup',
    method: 'PUT',
    path: '/v1/accounts/{accountId}/groups/{groupId}',
    summary: 'Change an access-control group',
    description: 'Takes effect at once for everybody in it.',
    conditional: true,
    params: ofGroup,
    query: nothing,
    body: groupRequest,
    success: answers(200, 'The access-control group.', groupView, { etag: true }),
    problems: ['more-than-held', 'policy-full'],
  },
  remove: {
    operationId: 'deleteGroup',
    method: 'DELETE',
    path: '/v1/accounts/{accountId}/groups/{groupId}',
    summary: 'Delete an access-control group',
    description: 'Refused while anything is in it or names it; the problem says what.',
    conditional: true,
    params: ofGroup,
    query: nothing,
    success: answersNothing('The access-control group is gone.'),
    problems: ['more-than-held', 'in-use'],
  },
} as const satisfies Record<string, Route>;
