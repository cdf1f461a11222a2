import { createMiddleware } from 'hono/factory';
import type { HttpEnvironment } from './door.ts';

/**
 * The services' own APIs take signed calls only, as on AWS. Who signed does not matter here; but a page in the browser
 * cannot send this header to another origin unasked.
 */
export const signedCallsOnly = createMiddleware<HttpEnvironment>(async (c, next) => {
  if (c.req.header('authorization')?.startsWith('AWS4-HMAC-SHA256 ')) return next();
  const type = 'MissingAuthenticationTokenException';
  return c.json({ __type: type, message: 'Missing Authentication Token' }, 403, { 'x-amzn-errortype': type });
});
