import * as z from 'zod/mini';
import { assetKey } from '../../domain/asset-key.ts';
import { accountId } from '../../domain/ids.ts';
import { answers, answersNothing, nothing } from '../answer.ts';
import {
  assetKind,
  assetListQuery,
  assetPage,
  assetPatch,
  assetView,
  hoursQuery,
  newAsset,
  scheduleHours,
} from '../asset.ts';
import { listQuery } from '../lists.ts';
import { memberList } from '../member.ts';
import type { Route } from '../route.ts';
import { workKind } from '../work-kind.ts';

const ofKind = z.strictObject({ accountId, kind: assetKind });
const ofAsset = z.strictObject({ accountId, kind: assetKind, key: assetKey });
const ofWork = z.strictObject({ accountId, kind: workKind, key: assetKey });

/** What an account has for its members to work on and with: campaigns, queues, numbers, schedules and so on. */
export const assets = {
  list: {
    operationId: 'listAssets',
    method: 'GET',
    path: '/v1/accounts/{accountId}/assets/{kind}',
    summary: 'List what an account has of a kind',
    description: 'By key; of work only what your groups leave you (D-4).',
    params: ofKind,
    query: z.strictObject(assetListQuery),
    success: answers(200, 'A page of them.', assetPage),
    problems: [],
  },
  create: {
    operationId: 'createAsset',
    method: 'POST',
    path: '/v1/accounts/{accountId}/assets/{kind}',
    summary: 'Make one',
    description:
      'Its key is chosen once, and its kind says what else is told of it. Whoever makes a queue is on its access list (C-27, C-63); the account’s first number is its default number (C-58). A number, and the user name of a SIP client, belong to one alone in the whole system.',
    params: ofKind,
    query: nothing,
    body: newAsset,
    success: answers(201, 'What was made.', assetView, { etag: true, location: true }),
    problems: ['more-than-held', 'asset-exists', 'already-claimed', 'asset-gone', 'idempotency-key-reused'],
  },
  read: {
    operationId: 'readAsset',
    method: 'GET',
    path: '/v1/accounts/{accountId}/assets/{kind}/{key}',
    summary: 'Read one, archived or not',
    params: ofAsset,
    query: nothing,
    success: answers(200, 'It.', assetView, { etag: true }),
    problems: [],
  },
  change: {
    operationId: 'changeAsset',
    method: 'PATCH',
    path: '/v1/accounts/{accountId}/assets/{kind}/{key}',
    summary: 'Change one',
    description:
      'Field by field; whoever and whatever uses it sees it changed at once. Queues are changed by those on their access list, and by administrators (C-25, C-63).',
    conditional: true,
    params: ofAsset,
    query: nothing,
    body: assetPatch,
    success: answers(200, 'It, as it is now.', assetView, { etag: true }),
    problems: ['not-on-access-list', 'more-than-held', 'already-claimed', 'asset-gone'],
  },
  remove: {
    operationId: 'deleteAsset',
    method: 'DELETE',
    path: '/v1/accounts/{accountId}/assets/{kind}/{key}',
    summary: 'Delete one',
    description: 'It has to be archived, and nobody may use it any more; the problem says who does.',
    conditional: true,
    params: ofAsset,
    query: nothing,
    success: answersNothing('It is gone.'),
    problems: ['not-on-access-list', 'not-archived', 'in-use'],
  },
  archive: {
    operationId: 'archiveAsset',
    method: 'POST',
    path: '/v1/accounts/{accountId}/assets/{kind}/{key}/archive',
    summary: 'Archive one',
    description: 'Nobody is newly assigned to it, nor names it; who is or does, stays.',
    params: ofAsset,
    query: nothing,
    success: answers(200, 'It, archived.', assetView, { etag: true }),
    problems: ['not-on-access-list'],
  },
  restore: {
    operationId: 'restoreAsset',
    method: 'POST',
    path: '/v1/accounts/{accountId}/assets/{kind}/{key}/restore',
    summary: 'Take one out of the archive',
    params: ofAsset,
    query: nothing,
    success: answers(200, 'It, to be used again.', assetView, { etag: true }),
    problems: ['not-on-access-list'],
  },
  members: {
    operationId: 'listAssetMembers',
    method: 'GET',
    path: '/v1/accounts/{accountId}/assets/{kind}/{key}/members',
    summary: 'List who is assigned to it',
    description:
      'The members whom you reach, by user id; without those who come with an agent group. A page may be short and yet not be the last.',
    params: ofWork,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of members.', memberList),
    problems: [],
  },
  hours: {
    operationId: 'readScheduleHours',
    method: 'GET',
    path: '/v1/accounts/{accountId}/assets/schedule/{key}/hours',
    summary: 'Read when a schedule is open',
    description: 'By the clocks of its time zone, summer time included (D-16).',
    params: z.strictObject({ accountId, key: assetKey }),
    query: z.strictObject(hoursQuery),
    success: answers(200, 'When it is open.', scheduleHours),
    problems: [],
  },
} as const satisfies Record<string, Route>;
