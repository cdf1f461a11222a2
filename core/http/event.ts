import * as z from 'zod/mini';

const textByName = z._default(z.record(z.string(), z.string()), {});

/** What we read of an API Gateway HTTP API event (payload format 2.0). */
export const httpEvent = z.object({
  routeKey: z.string(),
  rawPath: z.string(),
  headers: textByName,
  queryStringParameters: textByName,
  pathParameters: textByName,
  body: z.optional(z.string()),
  isBase64Encoded: z._default(z.boolean(), false),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string() }),
    authorizer: z.optional(z.unknown()),
  }),
});

/** What the JWT authorizer adds: the claims of an access token. */
export const tokenClaims = z.object({
  jwt: z.object({
    claims: z.object({
      username: z.string().check(z.minLength(1)),
      /** When the session began, in seconds; a refreshed token keeps it. The gateway gives claims as text. */
      auth_time: z.coerce.number(),
    }),
  }),
});

export type HttpEvent = z.infer<typeof httpEvent>;

export interface HttpResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers are about one person's view of one account: nobody may keep them, or guess their type. */
export const SAFE_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** A page of ours has its styles in it, and nothing else: no script, nothing from elsewhere, in nobody's frame. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};
