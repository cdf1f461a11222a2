import * as z from 'zod/mini';
import { accountId, userId } from '../../domain/ids.ts';
import { listQuery } from '../lists.ts';
import { completenessView, memberList, memberListQuery, memberView } from '../member.ts';
import type { Route } from '../route.ts';

const inAccount = z.strictObject({ accountId });
const ofMember = z.strictObject({ accountId, userId });
const nothing = z.strictObject({});

/** Members: users inside one account. */
export const members = {
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
} as const satisfies Record<string, Route>;
