import { accountSettings } from '../../domain/account-settings.ts';
import { accountView, changeAccountRequest } from '../account.ts';
import { accountDefaultsPatch } from '../account-defaults.ts';
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
  readSettings: {
    operationId: 'readAccountSettings',
    method: 'GET',
    path: '/v1/accounts/{accountId}/settings',
    summary: 'Read what counts for members who have no setting of their own',
    params: inAccount,
    query: nothing,
    success: answers(200, 'The settings.', accountSettings, { etag: true }),
    problems: [],
  },
  changeSettings: {
    operationId: 'changeAccountSettings',
    method: 'PATCH',
    path: '/v1/accounts/{accountId}/settings',
    summary: 'Change what counts for members who have no setting of their own',
    description:
      'Dialing rules (A-6), team notifications (D-12), the default number (C-58); live for everybody whom it concerns.',
    conditional: true,
    params: inAccount,
    query: nothing,
    body: accountDefaultsPatch,
    success: answers(200, 'The settings.', accountSettings, { etag: true }),
    problems: ['more-than-held', 'asset-gone'],
  },
} as const satisfies Record<string, Route>;
