import type * as z from 'zod';
import { meView } from '../../core/contract/me.ts';
import { problem } from '../../core/contract/problem.ts';
import { type ProblemCode, problemType } from '../../core/contract/problems.ts';
import type { routes } from '../../core/contract/routes.ts';

export type Me = z.infer<typeof meView>;
export type Membership = Me['memberships'][number];
export type Offer = Me['offers'][number];
export type Agency = NonNullable<Me['agency']>;

/**
 * Why a call came to nothing. `signed-out`: the session is over, here or everywhere. `no-offer`: what was to be accepted
 * or declined is over. `reference` is for whoever looks into it.
 */
export interface Failure {
  ok: false;
  reason: 'unreachable' | 'failed' | 'signed-out' | 'no-offer';
  reference?: string | undefined;
}

/** What became of a call: the person as they are now, or why not. */
export type MeAnswer = { ok: true; me: Me } | Failure;

// Only the types of the route table come along, so that the browser need not load every schema.
type MeRoutes = (typeof routes)['me'];
type Answered = Exclude<keyof MeRoutes, 'readExtraProfile' | 'answerExtraProfile'>;
type Call = { [Name in Answered]: Pick<MeRoutes[Name], 'method' | 'path'> };
const CALLS: Call = {
  read: { method: 'GET', path: '/v1/me' },
  accept: { method: 'POST', path: '/v1/me/acceptance' },
  signOut: { method: 'POST', path: '/v1/me/sign-out' },
  acceptOffer: { method: 'POST', path: '/v1/me/offers/{accountId}/accept' },
  declineOffer: { method: 'POST', path: '/v1/me/offers/{accountId}/decline' },
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const failureOf = (status: number, json: unknown): Failure => {
  const { type, instance } = problem.safeParse(json).data ?? {};
  const is = (code: ProblemCode): boolean => type === problemType(code);
  if (is('no-offer')) return { ok: false, reason: 'no-offer' };
  // The gateway's own 401 says no more than the number: the token is none that it takes.
  if (status === 401) return { ok: false, reason: 'signed-out' };
  return { ok: false, reason: 'failed', reference: instance };
};

const send = async (
  address: string,
  method: 'GET' | 'POST',
  accessToken: string,
): Promise<{ ok: true; json: unknown } | Failure> => {
  const response = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${accessToken}` },
  }).catch(() => undefined);
  if (response === undefined) return { ok: false, reason: 'unreachable' };
  const json = parseJson(await response.text());
  return response.ok ? { ok: true, json } : failureOf(response.status, json);
};

/** The API as the person calls it to whom the token belongs. Every call but the last answers with the person. */
export const apiOf = (apiUrl: string, accessToken: string) => {
  const call = async (name: keyof Call, accountId = ''): Promise<MeAnswer> => {
    const { method, path } = CALLS[name];
    const sent = await send(`${apiUrl}${path.replace('{accountId}', accountId)}`, method, accessToken);
    if (!sent.ok) return sent;
    const me = meView.safeParse(sent.json);
    return me.success ? { ok: true, me: me.data } : { ok: false, reason: 'failed' };
  };
  return {
    /** Who is signed in, and what they may do in each account. */
    readMe: () => call('read'),
    /** Tells Rollcall that the person has come in: from then on their login ID works too. A repeat does no harm. */
    acceptInvitation: () => call('accept'),
    acceptOffer: (accountId: string) => call('acceptOffer', accountId),
    declineOffer: (accountId: string) => call('declineOffer', accountId),
    /** Ends every session of the person, this one too. */
    signOutEverywhere: async (): Promise<{ ok: true } | Failure> => {
      const { method, path } = CALLS.signOut;
      return send(`${apiUrl}${path}`, method, accessToken);
    },
  };
};

export type Api = ReturnType<typeof apiOf>;
