import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { accountView } from '../../core/contract/account.ts';
import { meView } from '../../core/contract/me.ts';
import { runView } from '../../core/contract/onboarding.ts';
import { type Problem, problem } from '../../core/contract/problem.ts';
import type { Sections } from '../../core/domain/sections/index.ts';

export type RunView = z.infer<typeof runView>;

const TIMEOUT_MILLISECONDS = 20_000;

/** The API refused a request; the message is what the problem says, with every fault. */
export class Refused extends Error {
  constructor({ status, title, errors = [] }: Problem) {
    super([`${status}: ${title}`, ...errors.map(({ pointer, detail }) => `${pointer} ${detail}`)].join('; '));
  }
}

interface Request {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
}

/** Calls the public API as a person who has signed in would. Its calls throw `Refused`. */
export const connect = (apiUrl: string, accessToken: string) => {
  const call = async <Schema extends z.ZodMiniType>(
    { method, path, body }: Request,
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const response = await fetch(`${apiUrl}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    const answer: unknown = await response.json();
    if (response.ok) return schema.parse(answer);
    const refused = problem.safeParse(answer);
    if (refused.success) throw new Refused(refused.data);
    throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  };
  const onboardings = (accountId: string) => `/accounts/${accountId}/onboardings`;
  return {
    readMe: () => call({ method: 'GET', path: '/me' }, meView),
    readAccount: (accountId: string) => call({ method: 'GET', path: `/accounts/${accountId}` }, accountView),
    startOnboarding: (accountId: string, sections: Sections) =>
      call({ method: 'POST', path: onboardings(accountId), body: sections }, runView),
    readOnboarding: ({ accountId, runId }: RunView) =>
      call({ method: 'GET', path: `${onboardings(accountId)}/${runId}` }, runView),
    resumeOnboarding: ({ accountId, runId }: RunView, sections: Partial<Sections>) =>
      call(
        { method: 'POST', path: `${onboardings(accountId)}/${runId}/resume`, body: { sections } },
        runView,
      ),
  };
};

export type Api = ReturnType<typeof connect>;
