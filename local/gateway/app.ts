import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import type { HttpEnvironment } from '../door.ts';
import type { Outcome } from '../lambda/environment.ts';
import type { Home } from '../template/home.ts';
import { createAuthorizer, type LocalIssuer } from './authorizer.ts';
import { createCors } from './cors.ts';
import { createEvent, splitTarget } from './event.ts';
import { gatewayMessage, internalServerError, toResponse } from './response.ts';
import { matchRoute, readRoutes } from './routes.ts';

const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

/** The whole body, or undefined as soon as it is longer than the gateway takes. */
const readBody = async (incoming: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(incoming.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const timedOut = Symbol('integration timeout');

/** The HTTP API of the home location: routes, authorizer, CORS and integrations as its template has them. */
export const createGateway = (
  home: Home,
  issuer: LocalIssuer,
  run: (functionArn: string, event: string) => Promise<Outcome>,
  log: (line: string) => void,
): Hono<HttpEnvironment> => {
  const api = home.only('AWS::ApiGatewayV2::Api');
  const routes = readRoutes(home);
  const authorize = createAuthorizer(issuer);
  const cors = createCors(api.properties.CorsConfiguration);

  const handle = async (incoming: IncomingMessage): Promise<Response> => {
    const match = matchRoute(routes, incoming.method ?? '', splitTarget(incoming.url ?? '/').path);
    if (match === undefined) return gatewayMessage(404, 'Not Found');
    const { jwt, functionArn, timeoutMilliseconds } = match.route;
    const verdict = jwt && (await authorize(jwt, incoming.headers.authorization));
    if (verdict?.allowed === false) {
      const message = verdict.status === 401 ? 'Unauthorized' : 'Forbidden';
      return gatewayMessage(verdict.status, message, { 'www-authenticate': verdict.challenge });
    }
    const body = await readBody(incoming);
    if (body === undefined) {
      return gatewayMessage(413, 'Request Entity Too Large', { connection: 'close' });
    }
    const event = createEvent({
      incoming,
      body,
      match,
      claims: verdict?.claims,
      account: home.account,
      apiId: api.ref,
    });
    const clock = new AbortController();
    const outcome = await Promise.race([
      run(functionArn, JSON.stringify(event)),
      sleep(timeoutMilliseconds, timedOut, { signal: clock.signal, ref: false }),
    ]).finally(() => clock.abort());
    if (outcome === timedOut) return gatewayMessage(503, 'Service Unavailable');
    const response = outcome.ok ? toResponse(outcome.payload) : internalServerError();
    response.headers.set('apigw-requestid', event.requestContext.requestId);
    return response;
  };

  const app = new Hono<HttpEnvironment>();
  app.all('*', async (c) => {
    const { incoming } = c.env;
    const preflight = cors.preflight(incoming.method ?? '', incoming.headers);
    if (preflight !== undefined) return preflight;
    const response = await handle(incoming).catch((error: unknown) => {
      log(`the gateway failed: ${String(error)}`);
      return internalServerError();
    });
    cors.apply(response, incoming.headers);
    return response;
  });
  return app;
};
