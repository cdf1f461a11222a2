import * as z from 'zod/mini';
import { docs } from '../../domain/docs.ts';
import { loginId } from '../../domain/sections/profile.ts';
import { shownText } from '../../domain/shown-text.ts';
import { answers, inAccount } from '../answer.ts';
import type { Route } from '../route.ts';

const proposal = z.object({ loginId }).register(docs, { id: 'LoginIdProposal' });

/** Login IDs that keep close to names. */
export const loginIds = {
  propose: {
    operationId: 'proposeLoginId',
    method: 'GET',
    path: '/v1/accounts/{accountId}/login-id-proposal',
    summary: 'Propose a login ID from a name',
    description:
      'Close to the name, which the floor map and call logs show (C-48), in Latin letters whatever script the name is written in, and free in the whole system at the moment (C-49): nothing is kept for whoever asks. That one is not proposed says no more than the refusal does that a user with it would get.',
    params: inAccount,
    query: z.strictObject({
      firstName: shownText(100).register(docs, { description: 'The given name.' }),
      lastName: shownText(100).register(docs, { description: 'The family name.' }),
    }),
    success: answers(200, 'A login ID that is free.', proposal),
    problems: ['busy'],
  },
} as const satisfies Record<string, Route>;
