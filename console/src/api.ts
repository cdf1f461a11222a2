import type * as z from 'zod';
import { meView } from '../../core/contract/me.ts';
import { problem } from '../../core/contract/problem.ts';
import type { routes } from '../../core/contract/routes.ts';

export type Me = z.infer<typeof meView>;
export type Membership = Me['memberships'][number];

/** What became of a call: the person, or why not. `reference` is for whoever looks into it. */
export type MeAnswer =
  | { ok: true; me: Me }
  | { ok: false; reason: 'unreachable' | 'failed'; reference?: string | undefined };

// Only the types of the route table come along, so that the browser need not load every schema.
type MeRoutes = (typeof routes)['me'];
const READ: Pick<MeRoutes['read'], 'method' | 'path'> = { method: 'GET', path: '/v1/me' };
const ACCEPT: Pick<MeRoutes['accept'], 'method' | 'path'> = { method: 'POST', path: '/v1/me/acceptance' };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const call = async (
  apiUrl: string,
  { method, path }: typeof READ | typeof ACCEPT,
  accessToken: string,
): Promise<MeAnswer> => {
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}` },
  }).catch(() => undefined);
  if (response === undefined) return { ok: false, reason: 'unreachable' };
  const json = parseJson(await response.text());
  const me = meView.safeParse(json);
  if (response.ok && me.success) return { ok: true, me: me.data };
  return { ok: false, reason: 'failed', reference: problem.safeParse(json).data?.instance };
};

/** Who is signed in, and what they may do in each account. */
export const readMe = (apiUrl: string, accessToken: string): Promise<MeAnswer> =>
  call(apiUrl, READ, accessToken);

/** Tells Rollcall that the person has come in: from then on their login ID works too. A repeat does no harm. */
export const acceptInvitation = (apiUrl: string, accessToken: string): Promise<MeAnswer> =>
  call(apiUrl, ACCEPT, accessToken);
