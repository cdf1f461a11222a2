import type { Route } from '../contract/route.ts';
import type { Fault } from '../domain/errors.ts';
import type { HttpEvent } from './event.ts';
import { HttpProblem } from './http-problem.ts';

/** The ETag of a version: versions only grow, so with an equal ETag nobody has changed what it is about. */
export const toETag = (version: number): string => `"${version}"`;

const POINTER = '/headers/if-match';

/** The version that a conditional request is based on. Throws a problem 428 if it does not say. */
export const readIfMatch = (
  { conditional }: Route,
  { headers }: HttpEvent,
): { version: number; faults: readonly Fault[] } => {
  if (!conditional) return { version: 0, faults: [] };
  const given = headers['if-match'];
  if (given === undefined)
    throw new HttpProblem('if-match-required', 'Send the ETag of what you have read as If-Match.');
  // A gateway or proxy that compresses answers makes an ETag weak.
  const [, digits] = /^(?:W\/)?"(\d{1,15})"$/.exec(given) ?? [];
  if (digits === undefined)
    return { version: 0, faults: [{ pointer: POINTER, detail: 'must be an ETag of ours, such as "3"' }] };
  return { version: Number(digits), faults: [] };
};
