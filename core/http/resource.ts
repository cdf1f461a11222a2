import middy from '@middy/core';
import * as z from 'zod/mini';
import type { Route } from '../contract/route.ts';
import { type Fault, InvalidRequest, NotFound } from '../domain/errors.ts';
import type { Permission } from '../domain/permissions.ts';
import { authorize } from '../usecases/authorize.ts';
import type { Idempotency, Ports, Stamp } from '../usecases/ports.ts';
import { bodyJson, bodyText } from './body.ts';
import { type HttpEvent, type HttpResponse, httpEvent, SAFE_HEADERS, tokenClaims } from './event.ts';
import { read } from './faults.ts';
import { readIdempotency } from './idempotency.ts';
import { problems } from './problems.ts';
import { requestLog } from './request-log.ts';

type Body<R extends Route> = R extends { body: infer Schema extends z.ZodMiniType }
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
  /** What they may do in the account of the path; nothing on routes that are about no account. */
  held: ReadonlySet<Permission>;
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: Body<R>;
  stamp: Stamp;
  idempotency: Idempotency | undefined;
}

/** What a call answers with: the result, stripped by the route's schema, and where to find it if it is new. */
interface Answer<R extends Route> {
  result: Result<R>;
  location?: string;
}

/** What each route of a resource does. Methods, since their parameters vary with the route. */
type Operations<Resource extends Record<string, Route>> = {
  [Name in keyof Resource]: {
    run(call: Call<Resource[Name]>): Promise<Answer<Resource[Name]>> | Answer<Resource[Name]>;
  }['run'];
};

interface Options {
  ports: Pick<Ports, 'standings' | 'clock' | 'log'>;
  /** Faults of a body that its schema alone cannot see; reported along with its own. */
  check?: (body: unknown) => readonly Fault[];
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
  const handle = async (received: HttpEvent): Promise<HttpResponse> => {
    const event = httpEvent.parse(received);
    const found = byRouteKey.get(event.routeKey);
    const operation: Operations<Record<string, Route>>[string] | undefined = found && operations[found.name];
    if (found === undefined || operation === undefined) throw new NotFound();
    // An id that cannot be one is nothing we have; the store must not be asked for it.
    const { value: params } = read(found.route.params, event.pathParameters, '/path');
    if (params === undefined) throw new NotFound();
    const { userId, held } = await admit(ports)(found.route, event);
    const call = { params, held, ...readCall(found.route, check, event, userId, ports.clock.now()) };
    return respond(found.route, await operation(call));
  };
  return middy<HttpEvent, HttpResponse>().use(requestLog(ports.log)).use(problems(ports.log)).handler(handle);
};

/** The handler of a resource that is open to everybody, and so needs nobody's standing. */
export const publicResource = <Resource extends Record<string, Route & { access: 'public' }>>(
  routes: Resource,
  operations: Operations<Resource>,
  { ports }: { ports: Pick<Ports, 'clock' | 'log'> },
) => resource(routes, operations, { ports: { ...ports, standings: { read: async () => undefined } } });

/** Who is asking, may they, and what else may they? */
const admit =
  (ports: Options['ports']) =>
  async (
    { access }: Route,
    { requestContext, pathParameters }: HttpEvent,
  ): Promise<Pick<Call<Route>, 'userId' | 'held'>> => {
    if (access === 'public') return { userId: '', held: new Set() };
    // The gateway lets nobody through without a token, so a missing claim is a mistake in the stack: 500.
    const { username } = tokenClaims.parse(requestContext.authorizer).jwt.claims;
    if (access === 'signed-in') return { userId: username, held: new Set() };
    const held = await authorize(ports)({
      accountId: pathParameters.accountId ?? '',
      userId: username,
      sourceAddress: requestContext.http.sourceIp,
      permission: access.permission,
      self: access.orSelf ? pathParameters.userId : undefined,
    });
    return { userId: username, held };
  };

/** The request in its parts, or every fault in all of them. */
const readCall = (
  route: Route,
  check: (body: unknown) => readonly Fault[],
  event: HttpEvent,
  userId: string,
  now: Date,
): Omit<Call<Route>, 'params' | 'held'> => {
  const text = bodyText(event);
  const json = bodyJson(text, event.headers['content-type']);
  const body = read(route.body ?? z.strictObject({}), json, '');
  const query = read(route.query, event.queryStringParameters, '/query');
  const { faults, idempotency } = readIdempotency(event, text, userId);
  const all = [...query.faults, ...faults, ...body.faults, ...check(json)];
  if (all.length > 0 || query.value === undefined) throw new InvalidRequest(all);
  const stamp: Stamp = {
    at: now.toISOString(),
    by: userId,
    channel: 'api',
    requestId: event.requestContext.requestId,
    sourceAddress: event.requestContext.http.sourceIp,
  };
  return { userId, query: query.value, body: body.value, stamp, idempotency };
};

const respond = ({ success }: Route, { result, location }: Answer<Route>): HttpResponse => ({
  statusCode: success.status,
  headers: {
    ...SAFE_HEADERS,
    'content-type': success.contentType,
    ...(location !== undefined && { location }),
  },
  body: success.schema === undefined ? String(result) : JSON.stringify(success.schema.parse(result)),
});
