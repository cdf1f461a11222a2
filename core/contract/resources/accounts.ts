import { accountView, changeAccountRequest } from '../account.ts';
import { answers, inAccount, nothing } from '../answer.ts';
import type { Route } from '../route.ts';

/** Accounts: customer companies. */
export const accounts = {
  read: {
    operationId: 'readAccount',
    method: 'GET',
    path: '/v1/accounts/{accountId}',
    summary: 'Read an account with its license pools',
    params: inAccount,
    query: nothing,
    success: answers(200, 'The account.', accountView),
    problems: [],
  },
  change: {
    operationId: 'changeAccount',
    method: 'PATCH',
    path: '/v1/accounts/{accountId}',
    summary: 'Change how an account handles licenses',
    description:
      'What happens when no license is free (A-10), and which apps are installed: some need a license at every sign-in (C-44).',
    params: inAccount,
    query: nothing,
    body: changeAccountRequest,
    success: answers(200, 'The account.', accountView),
    problems: ['license-not-in-plan'],
  },
} as const satisfies Record<string, Route>;
