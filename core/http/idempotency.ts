import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Idempotency } from '../usecases/ports.ts';
import type { HttpEvent } from './event.ts';
import { read } from './faults.ts';

const key = z.optional(
  z.string().check(z.regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters')),
);

/** The Idempotency-Key of a request, bound to who sent it and to what it asked for. */
export const readIdempotency = (event: HttpEvent, body: string, actor: string) => {
  const { value, faults } = read(key, event.headers['idempotency-key'], '/headers/idempotency-key');
  if (value === undefined) return { faults, idempotency: undefined };
  const requestHash = createHash('sha256')
    .update(`${event.requestContext.http.method} ${event.rawPath}\n${body}`)
    .digest('hex');
  const idempotency: Idempotency = { actor, key: value, requestHash };
  return { faults, idempotency };
};
