import * as z from 'zod/mini';
import { meView } from '../me.ts';
import type { Route } from '../route.ts';

const nothing = z.strictObject({});

/** The signed-in person. */
export const me = {
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
} as const satisfies Record<string, Route>;
