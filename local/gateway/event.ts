import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { decodePath } from '../decode-path.ts';
import type { MatchedRoute } from './routes.ts';

export interface EventInput {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly match: MatchedRoute;
  readonly claims: Readonly<Record<string, string>> | undefined;
  readonly account: string;
  readonly apiId: string;
}

/** An event of payload format 2.0 as it comes from a route with or without a JWT authorizer. */
export interface HttpEvent extends APIGatewayProxyEventV2 {
  readonly requestContext: APIGatewayProxyEventV2['requestContext'] & {
    readonly authorizer?: {
      readonly jwt: { readonly claims: object; readonly scopes: readonly string[] | null };
    };
  };
}

/** What API Gateway passes on as text; everything else, forms and nameless bodies included, comes in base64. */
const TEXT_TYPES = /^(text\/|application\/(json|xml|javascript|[\w.-]+\+json)\b)/i;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000` */
const commonLogTime = (date: Date): string => {
  const day = String(date.getUTCDate()).padStart(2, '0');
  const time = date.toISOString().slice(11, 19);
  return `${day}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${time} +0000`;
};

/** The socket's address, never a header's: a caller may write what they like into X-Forwarded-For. */
const sourceAddress = (incoming: IncomingMessage): string =>
  (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');

const headersOf = (incoming: IncomingMessage, sourceIp: string): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(incoming.headersDistinct))
    headers[name] = values.join(',');
  delete headers.cookie;
  delete headers.connection;
  const forwarded = headers['x-forwarded-for'];
  return {
    ...headers,
    'x-amzn-trace-id': `Root=1-${randomUUID()}`,
    'x-forwarded-for': forwarded === undefined ? sourceIp : `${forwarded}, ${sourceIp}`,
    'x-forwarded-port': String(incoming.socket.localPort),
    'x-forwarded-proto': 'http',
  };
};

const queryOf = (rawQuery: string): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  }
  return query;
};

/** The path and the query of a request, as they came in. */
export const splitTarget = (target: string): { path: string; query: string } => {
  const [path = '', ...query] = target.split('?');
  return { path: path === '' ? '/' : path, query: query.join('?') };
};

/** Makes the event of payload format 2.0. */
export const createEvent = ({ incoming, body, match, claims, account, apiId }: EventInput): HttpEvent => {
  const { path, query } = splitTarget(incoming.url ?? '/');
  const sourceIp = sourceAddress(incoming);
  const headers = headersOf(incoming, sourceIp);
  const cookies = incoming.headersDistinct.cookie?.flatMap((line) => line.split('; '));
  const parameters = queryOf(query);
  const isText = TEXT_TYPES.test(headers['content-type'] ?? '');
  const now = new Date();
  // API Gateway decodes the path before it hands it on; the query it leaves alone.
  const rawPath = decodePath(path);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath,
    rawQueryString: query,
    ...(cookies && { cookies }),
    headers,
    ...(Object.keys(parameters).length > 0 && { queryStringParameters: parameters }),
    requestContext: {
      accountId: account,
      apiId,
      ...(claims && {
        authorizer: {
          jwt: { claims, scopes: match.route.jwt?.scopes.length ? match.route.jwt.scopes : null },
        },
      }),
      domainName: headers.host ?? '',
      domainPrefix: apiId,
      http: {
        method: incoming.method ?? '',
        path: rawPath,
        protocol: `HTTP/${incoming.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(match.parameters).length > 0 && { pathParameters: { ...match.parameters } }),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
};
