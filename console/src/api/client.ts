import createClient, { type Client } from 'openapi-fetch';
import type { Paths } from './paths.ts';
import { Problem, problemOf } from './problem.ts';

export type Api = Client<Paths, 'application/json'>;

/** Gives a token that is still good; undefined once nobody is signed in any more. Rejects when nothing answers. */
export type AccessToken = () => Promise<string | undefined>;

/** The API at this address, as the person calls it to whom the tokens belong. Calls that fail throw a `Problem`. */
export const createApi = (apiUrl: string, accessToken: AccessToken): Api => {
  const api = createClient<Paths, 'application/json'>({ baseUrl: apiUrl, credentials: 'omit' });
  api.use({
    onRequest: async ({ request }) => {
      const token = await accessToken().catch(() => {
        throw new Problem('unreachable');
      });
      if (token === undefined) throw new Problem('session-over');
      request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
    onResponse: async ({ response }) => {
      if (response.ok) return;
      throw problemOf(response.status, await response.json().catch(() => undefined));
    },
    onError: ({ error }) => (error instanceof Problem ? error : new Problem('unreachable')),
  });
  return api;
};

interface Answered<Body> {
  readonly data?: Body;
  readonly response: Response;
}

/** The body of an answer. */
export const bodyOf = async <Body>(call: Promise<Answered<Body>>): Promise<Body> => {
  const { data } = await call;
  if (data === undefined) throw new Problem('unknown');
  return data;
};

/** A body, and the version of what it shows: what a change of it is based on (`If-Match`). */
export interface Versioned<Body> {
  readonly body: Body;
  readonly etag: string;
}

export const versionedBodyOf = async <Body>(call: Promise<Answered<Body>>): Promise<Versioned<Body>> => {
  const { data, response } = await call;
  if (data === undefined) throw new Problem('unknown');
  return { body: data, etag: response.headers.get('etag') ?? '' };
};
