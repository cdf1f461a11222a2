import type { MiddlewareObj } from '@middy/core';
import { describeError } from '../adapters/log.ts';
import { isRetryable } from '../adapters/retryable.ts';
import type { Problem } from '../contract/problem.ts';
import { isProblemCode } from '../contract/problems.ts';
import { ConfirmationRequired, DomainError, UserExists } from '../domain/errors.ts';
import type { Log } from '../usecases/ports.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { HttpProblem, problemResponse } from './http-problem.ts';

const RETRY_SOON = { 'retry-after': '1' };

/** Turns whatever is thrown into a problem. What has no place in the table of problems is a bug: logged once, 500. */
const toProblem = (error: unknown, requestId: string, log: Log): HttpResponse => {
  if (error instanceof HttpProblem) {
    return problemResponse(error.code, { detail: error.message, headers: error.headers, requestId });
  }
  if (error instanceof DomainError && isProblemCode(error.code)) {
    return problemResponse(error.code, {
      detail: error.message,
      errors: error.faults,
      more: moreOf(error),
      requestId,
      ...(error.code === 'busy' && { headers: RETRY_SOON }),
    });
  }
  if (isRetryable(error)) {
    log('REQUEST_TOO_BUSY', { requestId, ...describeError(error) });
    return problemResponse('busy', {
      detail: 'Try again in a moment.',
      headers: RETRY_SOON,
      requestId,
    });
  }
  log('REQUEST_FAILED', { requestId, ...describeError(error) });
  return problemResponse('internal', { detail: 'Give this request’s id to your operator.', requestId });
};

const moreOf = (error: DomainError): Pick<Problem, 'warnings' | 'person'> => {
  if (error instanceof ConfirmationRequired) return { warnings: [...error.warnings] };
  if (error instanceof UserExists && error.person !== undefined) {
    return { person: { ...error.person, memberships: [...error.person.memberships] } };
  }
  return {};
};

export const problems = (log: Log): MiddlewareObj<HttpEvent, HttpResponse> => ({
  onError: (request) => {
    request.response = toProblem(request.error, request.event.requestContext.requestId, log);
  },
});
