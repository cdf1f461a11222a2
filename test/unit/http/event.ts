import type { Context } from 'aws-lambda';
import { type HttpEvent, httpEvent } from '../../../core/http/event.ts';

interface Request {
  route?: string;
  path?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
  /** The user whose token it is; none on a public route. */
  userId?: string;
  /** When the token's session began, in seconds. */
  signedInAtSeconds?: number;
  sourceAddress?: string;
}

/** A request as API Gateway hands it to a function. */
export const eventOf = ({
  route = 'GET /v1/things',
  path = route.split(' ')[1] ?? '',
  params,
  query,
  headers,
  body,
  isBase64Encoded,
  userId,
  signedInAtSeconds = Date.parse('2026-06-01T08:00:00.000Z') / 1000,
  sourceAddress = '203.0.113.9',
}: Request = {}): HttpEvent =>
  httpEvent.parse({
    routeKey: route,
    rawPath: path,
    headers,
    queryStringParameters: query,
    pathParameters: params,
    body,
    isBase64Encoded,
    requestContext: {
      requestId: 'request-1',
      http: { method: route.split(' ')[0], sourceIp: sourceAddress },
      // The gateway gives every claim as text.
      authorizer: userId && {
        jwt: { claims: { username: userId, auth_time: String(signedInAtSeconds) }, scopes: null },
      },
    },
  });

/** A request with a JSON body. */
export const jsonEventOf = (json: unknown, request: Request = {}): HttpEvent =>
  eventOf({
    ...request,
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json', ...request.headers },
  });

/** Lambda's context, of which no handler of ours reads anything. */
export const CONTEXT = {} as Context;
