import * as z from 'zod';

/** A refusal or a failure in the gateway's own words. */
export const gatewayMessage = (
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response => Response.json({ message }, { status, headers });

export const internalServerError = (): Response => gatewayMessage(500, 'Internal Server Error');

const answerSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

const hasStatusCode = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'statusCode' in answer;

/** A Response with one of these statuses must not have a body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** What a function answered, as an HTTP response. A bare value, without a status code, is a JSON body with 200. */
export const toResponse = (payload: string): Response => {
  const answer: unknown = JSON.parse(payload);
  if (!hasStatusCode(answer)) {
    const body = typeof answer === 'string' ? answer : payload;
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  }
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success || parsed.data.statusCode < 200) return internalServerError();
  const { statusCode, cookies, body, isBase64Encoded } = parsed.data;
  const headers = new Headers({ 'content-type': 'text/plain;charset=UTF-8' });
  try {
    for (const [name, value] of Object.entries(parsed.data.headers ?? {})) headers.set(name, String(value));
    for (const cookie of cookies ?? []) headers.append('set-cookie', cookie);
  } catch {
    return internalServerError();
  }
  // The transport's own: a wrong length would cut the body or hang the caller.
  headers.delete('content-length');
  if (BODILESS.has(statusCode)) {
    headers.delete('content-type');
    return new Response(null, { status: statusCode, headers });
  }
  const content = isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? '');
  return new Response(content, { status: statusCode, headers });
};
