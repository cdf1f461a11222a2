import { answers, nothing } from '../answer.ts';
import { tokenRequest, tokenView } from '../api-user.ts';
import type { Route } from '../route.ts';

/** The sign-in of API users. */
export const token = {
  issue: {
    operationId: 'issueToken',
    method: 'POST',
    path: '/v1/token',
    summary: 'Sign an API user in',
    description: 'Checks the address of the call, then id and secret. The token works for 15 minutes.',
    params: nothing,
    query: nothing,
    body: tokenRequest,
    success: answers(200, 'The token.', tokenView),
    problems: ['bad-credentials', 'address-not-allowed', 'busy'],
  },
} as const satisfies Record<string, Route>;
