import type { Problem } from '../contract/problem.ts';
import { PROBLEMS, type ProblemCode, problemType } from '../contract/problems.ts';
import type { Fault } from '../domain/errors.ts';
import { type HttpResponse, SAFE_HEADERS } from './event.ts';

/** What only some kinds of problem have. */
export type More = Pick<Problem, 'warnings' | 'person' | 'holders' | 'licenses' | 'remedies'>;

/** A problem of HTTP itself, which no rule of Rollcall knows: unreadable body, unknown method. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.code = code;
    this.headers = headers;
  }
}

/** An RFC 9457 answer. `instance` is the request's id, by which an operator finds it in the logs. */
export const problemResponse = (
  code: ProblemCode,
  {
    detail,
    errors,
    more,
    requestId,
    headers,
  }: {
    detail: string;
    errors?: readonly Fault[];
    more?: More;
    requestId: string;
    headers?: Record<string, string>;
  },
): HttpResponse => {
  const { status, title } = PROBLEMS[code];
  const body: Problem = {
    type: problemType(code),
    title,
    status,
    detail,
    instance: `urn:rollcall:request:${requestId}`,
    ...(errors !== undefined && errors.length > 0 && { errors: [...errors] }),
    ...more,
  };
  return {
    statusCode: status,
    headers: { ...SAFE_HEADERS, 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(body),
  };
};
