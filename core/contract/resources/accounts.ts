import * as z from 'zod/mini';
import { accountId } from '../../domain/ids.ts';
import { accountView } from '../account.ts';
import type { Route } from '../route.ts';

const inAccount = z.strictObject({ accountId });
const nothing = z.strictObject({});

/** Accounts: customer companies. */
export const accounts = {
  read: {
    operationId: 'readAccount',
    method: 'GET',
    path: '/v1/accounts/{accountId}',
    summary: 'Read an account with its license pools',
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
} as const satisfies Record<string, Route>;
