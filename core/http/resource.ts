import middy from '@middy/core';
import * as z from 'zod/mini';
import { accessOf, type BodyByKind, bodyFor, type Route } from '../contract/route.ts';
import { type Authority, nowhere } from '../domain/authorization/authority.ts';
import { firstPolicy } from '../domain/authorization/policy.ts';
import type { PublicEndpoint } from '../domain/endpoints.ts';
import { type Fault, InvalidRequest, NotFound } from '../domain/errors.ts';
import { admitPerson, authorize } from '../usecases/authorize.ts';
import type { Idempotency, Ports, Stamp } from '../usecases/ports.ts';
import { bodyJson, bodyText } from './body.ts';
import { readIfMatch, toETag } from './etag.ts';
import {
  type HttpEvent,
  type HttpResponse,
  httpEvent,
  PAGE_HEADERS,
  SAFE_HEADERS,
  tokenClaims,
} from './event.ts';
import { read } from './faults.ts';
import { readIdempotency } from './idempotency.ts';
import { problems } from './problems.ts';
import { requestLog } from './request-log.ts';

type Body<R extends Route> = R extends { body: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : R extends { body: BodyByKind<infer Schema> }
    ? z.output<Schema>
    : unknown;
type Result<R extends Route> = R['success'] extends { schema: infer Schema extends z.ZodMiniType }
  ? Unchanged<z.input<Schema>>
  : string;
/** The same shape, of which nothing will be changed: so domain objects with read-only lists fit. */
type Unchanged<Shape> = Shape extends object
  ? { readonly [Key in keyof Shape]: Unchanged<Shape[Key]> }
  : Shape;

/** A request that may be made and has no faults. */
export interface Call<R extends Route> {
  /** The signed-in user; empty on a public route. */
  userId: string;
  /** Who asks, with what they may do in the account of the path; nothing on routes that are about no account. */
  authority: Authority;
  /** What whoever asks may do by the same endpoint in another account. */
  authorityIn: (accountId: string) => Promise<Authority>;
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: Body<R>;
  stamp: Stamp;
  idempotency: Idempotency | undefined;
  /** The version that the caller has seen, on conditional routes; 0 on all others. */
  ifMatch: number;
}

/** What a call answers with: the result, stripped by the route's schema, and where to find it if it is new. */
interface Answer<R extends Route> {
  result: Result<R>;
  location?: string;
  /** The version of what is answered, for its ETag. */
  version?: number;
}

/** What each route of a resource does. Methods, since their parameters vary with the route. */
type Operations<Resource extends Record<string, Route>> = {
  [Name in keyof Resource]: {
    run(call: Call<Resource[Name]>): Promise<Answer<Resource[Name]>> | Answer<Resource[Name]>;
  }['run'];
};

interface Options {
  ports: Pick<Ports, 'standings' | 'policies' | 'clock' | 'log'>;
  /** Faults of a body that its schema alone cannot see; reported along with its own. */
  check?: (body: unknown, authority: Authority) => readonly Fault[];
}

/**
 * The Lambda handler of one resource: who is asking, may they, is the request right, run, answer. Everything thrown
 * on the way becomes a problem.
 */
export const resource = <Resource extends Record<string, Route>>(
  routes: Resource,
  operations: Operations<Resource>,
  { ports, check = () => [] }: Options,
) => {
  const byRouteKey = new Map(
    Object.entries(routes).map(([name, route]) => [`${route.method} ${route.path}`, { name, route }]),
  );
  const admit = admission(ports);
  const handle = async (received: HttpEvent): Promise<HttpResponse> => {
    const event = httpEvent.parse(received);
    const found = byRouteKey.get(event.routeKey);
    const operation: Operations<Record<string, Route>>[string] | undefined = found && operations[found.name];
    if (found === undefined || operation === undefined) throw new NotFound();
    // An id that cannot be one is nothing we have; the store must not be asked for it.
    const { value: params } = read(found.route.params, event.pathParameters, '/path');
    if (params === undefined) throw new NotFound();
    const { userId, authority, authorityIn } = await admit(found.route, event);
    const checkBody = (body: unknown) => check(body, authority);
    const call = { params, ...readCall(found.route, params, checkBody, event, userId, ports.clock.now()) };
    return respond(found.route, await operation({ ...call, authority, authorityIn }));
  };
  return middy<HttpEvent, HttpResponse>().use(requestLog(ports.log)).use(problems(ports.log)).handler(handle);
};

/** The handler of a resource that is open to everybody, and so needs nobody's standing. */
export const publicResource = <Resource extends Record<string, Route & { operationId: PublicEndpoint }>>(
  routes: Resource,
  operations: Operations<Resource>,
  { ports }: { ports: Pick<Ports, 'clock' | 'log'> },
) => resource(routes, operations, { ports: { ...ports, ...NOBODYS } });

const NOBODYS: Pick<Ports, 'standings' | 'policies'> = {
  standings: {
    read: async () => undefined,
    readApiUser: async () => undefined,
    readUser: async () => undefined,
  },
  policies: {
    read: async (accountId) => firstPolicy(accountId),
    change: async () => ({ outcome: 'stale' }),
    users: async () => [],
  },
};

type Admission = Pick<Call<Route>, 'authority' | 'authorityIn'>;

const isNowhere = (userId: string): Admission => ({
  authority: nowhere(userId),
  authorityIn: async () => nowhere(userId),
});

/** Who is asking, may they, and what else may they? */
const admission = (ports: Options['ports']) => {
  const authorizeMember = authorize(ports);
  return async (
    route: Route,
    { requestContext, pathParameters }: HttpEvent,
  ): Promise<Admission & { userId: string }> => {
    const access = accessOf(route);
    if (access === 'public') return { userId: '', ...isNowhere('') };
    // The gateway lets nobody through without a token, so a missing claim is a mistake in the stack: 500.
    const { username: userId, auth_time } = tokenClaims.parse(requestContext.authorizer).jwt.claims;
    const asked = { userId, signedInAtSeconds: auth_time };
    if (access === 'signed-in') {
      await admitPerson(ports)(asked);
      return { userId, ...isNowhere(userId) };
    }
    const sourceAddress = requestContext.http.sourceIp;
    const authorityIn = (accountId: string, targetId?: string) =>
      authorizeMember({ ...asked, accountId, sourceAddress, endpoint: route.operationId, targetId });
    const authority = await authorityIn(pathParameters.accountId ?? '', pathParameters.userId);
    return { userId, authority, authorityIn };
  };
};

/** The request in its parts, or every fault in all of them. */
const readCall = (
  route: Route,
  params: Readonly<Record<string, unknown>>,
  check: (body: unknown) => readonly Fault[],
  event: HttpEvent,
  userId: string,
  now: Date,
): Omit<Call<Route>, 'params' | keyof Admission> => {
  const text = bodyText(event);
  const json = bodyJson(text, event.headers['content-type']);
  const body = read(bodyFor(route, params) ?? z.strictObject({}), json, '');
  const query = read(route.query, event.queryStringParameters, '/query');
  const { faults, idempotency } = readIdempotency(event, text, userId);
  const ifMatch = readIfMatch(route, event);
  const all = [...query.faults, ...faults, ...ifMatch.faults, ...body.faults, ...check(json)];
  if (all.length > 0 || query.value === undefined) throw new InvalidRequest(all);
  const stamp: Stamp = {
    at: now.toISOString(),
    by: userId,
    channel: 'api',
    requestId: event.requestContext.requestId,
    sourceAddress: event.requestContext.http.sourceIp,
  };
  return { userId, query: query.value, body: body.value, stamp, idempotency, ifMatch: ifMatch.version };
};

const respond = ({ success }: Route, { result, location, version }: Answer<Route>): HttpResponse => {
  const headers = {
    ...SAFE_HEADERS,
    ...(success.contentType === 'text/html; charset=utf-8' && PAGE_HEADERS),
    ...(location !== undefined && { location }),
    ...(version !== undefined && { etag: toETag(version) }),
  };
  if (success.status === 204) return { statusCode: 204, headers, body: '' };
  return {
    statusCode: success.status,
    headers: { ...headers, 'content-type': success.contentType },
    body: success.schema === undefined ? String(result) : JSON.stringify(success.schema.parse(result)),
  };
};
