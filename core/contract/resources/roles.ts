import * as z from 'zod/mini';
import { roleRef } from '../../domain/authorization/role-ref.ts';
import { accountId, customRoleId } from '../../domain/ids.ts';
import { answers, answersNothing, inAccount, nothing } from '../answer.ts';
import { roleCopyRequest, roleList, roleRequest, roleView, roleWithMembers } from '../role.ts';
import type { Route } from '../route.ts';

const ofRole = z.strictObject({ accountId, role: roleRef });
const ofCustomRole = z.strictObject({ accountId, role: customRoleId });

/** Roles: named sets of permissions, the built-in ones and the account's own. */
export const roles = {
  list: {
    operationId: 'listRoles',
    method: 'GET',
    path: '/v1/accounts/{accountId}/roles',
    summary: 'List roles',
    description:
      'Built-in ones, and those that the account made itself; each with whether you could give it.',
    params: inAccount,
    query: nothing,
    success: answers(200, 'Every role, built-in ones first.', roleList),
    problems: [],
  },
  create: {
    operationId: 'createRole',
    method: 'POST',
    path: '/v1/accounts/{accountId}/roles',
    summary: 'Make a role',
    description: 'Of the account’s own. It gives no more than you hold yourself (X-4).',
    params: inAccount,
    query: nothing,
    body: roleRequest,
    success: answers(201, 'The role.', roleView, { etag: true, location: true }),
    problems: ['more-than-held', 'policy-full', 'idempotency-key-reused'],
  },
  read: {
    operationId: 'readRole',
    method: 'GET',
    path: '/v1/accounts/{accountId}/roles/{role}',
    summary: 'Read a role, and who has it by hand',
    params: ofRole,
    query: nothing,
    success: answers(200, 'The role.', roleWithMembers, { etag: true }),
    problems: [],
  },
  copy: {
    operationId: 'copyRole',
    method: 'POST',
    path: '/v1/accounts/{accountId}/roles/{role}/copy',
    summary: 'Copy a role',
    description: 'Makes a role of the account’s own from a built-in one or another.',
    params: ofRole,
    query: nothing,
    body: roleCopyRequest,
    success: answers(201, 'The copy.', roleView, { etag: true, location: true }),
    problems: ['more-than-held', 'policy-full', 'idempotency-key-reused'],
  },
  change: {
    operationId: 'changeRole',
    method: 'PUT',
    path: '/v1/accounts/{accountId}/roles/{role}',
    summary: 'Change a role',
    description: 'Takes effect at once for everybody who has it.',
    conditional: true,
    params: ofCustomRole,
    query: nothing,
    body: roleRequest,
    success: answers(200, 'The role.', roleView, { etag: true }),
    problems: ['more-than-held', 'policy-full'],
  },
  remove: {
    operationId: 'deleteRole',
    method: 'DELETE',
    path: '/v1/accounts/{accountId}/roles/{role}',
    summary: 'Delete a role',
    description: 'Refused while anybody has it or anything names it; the problem says who and what.',
    conditional: true,
    params: ofCustomRole,
    query: nothing,
    success: answersNothing('The role is gone.'),
    problems: ['more-than-held', 'in-use'],
  },
} as const satisfies Record<string, Route>;
