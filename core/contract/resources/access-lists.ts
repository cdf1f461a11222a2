import * as z from 'zod/mini';
import { accountId } from '../../domain/ids.ts';
import { accessListPage, accessListRequest, accessListView, listedKey, listedKind } from '../access-list.ts';
import { answers, inAccount } from '../answer.ts';
import { listQuery } from '../lists.ts';
import type { Route } from '../route.ts';

const ofList = z.strictObject({ accountId, kind: listedKind, key: listedKey });
const nothing = z.strictObject({});

/** Access lists of queues, IVRs and email templates: what “one has access to” means (C-63). */
export const accessLists = {
  list: {
    operationId: 'listAccessLists',
    method: 'GET',
    path: '/v1/accounts/{accountId}/access-lists',
    summary: 'List access lists',
    description: 'Those of queues, IVRs and email templates, as far as somebody has written one (C-63).',
    params: inAccount,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of access lists.', accessListPage),
    problems: [],
  },
  read: {
    operationId: 'readAccessList',
    method: 'GET',
    path: '/v1/accounts/{accountId}/access-lists/{kind}/{key}',
    summary: 'Read who has access',
    params: ofList,
    query: nothing,
    success: answers(200, 'The access list; empty if nobody has written one.', accessListView, {
      etag: true,
    }),
    problems: [],
  },
  change: {
    operationId: 'changeAccessList',
    method: 'PUT',
    path: '/v1/accounts/{accountId}/access-lists/{kind}/{key}',
    summary: 'Say who has access',
    description:
      'Replaces the whole list. An empty one leaves the queue, IVR or email template to administrators.',
    conditional: true,
    params: ofList,
    query: nothing,
    body: accessListRequest,
    success: answers(200, 'The access list.', accessListView, { etag: true }),
    problems: ['more-than-held'],
  },
} as const satisfies Record<string, Route>;
