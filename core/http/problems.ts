import type { MiddlewareObj } from '@middy/core';
import { describeError } from '../adapters/log.ts';
import { isRetryable } from '../adapters/retryable.ts';
import { isProblemCode } from '../contract/problems.ts';
import {
  ConfirmationRequired,
  DomainError,
  LicenseAcquisition,
  SeatsTaken,
  UserExists,
} from '../domain/errors.ts';
import { filledIn } from '../domain/remedy.ts';
import type { Log } from '../usecases/ports.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { HttpProblem, type More, problemResponse } from './http-problem.ts';

const RETRY_SOON = { 'retry-after': '1' };

/** Turns whatever is thrown into a problem. What has no place in the table of problems is a bug: logged once, 500. */
const toProblem = (
  error: unknown,
  { requestContext, pathParameters = {} }: HttpEvent,
  log: Log,
): HttpResponse => {
  const { requestId } = requestContext;
  if (error instanceof HttpProblem) {
    return problemResponse(error.code, { detail: error.message, headers: error.headers, requestId });
  }
  if (error instanceof DomainError && isProblemCode(error.code)) {
    return problemResponse(error.code, {
      detail: error.message,
      errors: error.faults,
      more: { ...moreOf(error), ...remediesOf(error, pathParameters) },
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

/** The calls that mend it, about what this call was about. */
const remediesOf = ({ remedies }: DomainError, names: HttpEvent['pathParameters']): More =>
  remedies.length > 0 ? { remedies: remedies.map((remedy) => filledIn(remedy, names)) } : {};

const moreOf = (error: DomainError): More => {
  if (error instanceof ConfirmationRequired) return { warnings: [...error.warnings] };
  if (error instanceof UserExists && error.person !== undefined) {
    return { person: { ...error.person, memberships: [...error.person.memberships] } };
  }
  if (error instanceof LicenseAcquisition) {
    return { licenses: error.licenses.map((license) => ({ ...license, holders: [...license.holders] })) };
  }
  if (error instanceof SeatsTaken) {
    return { holders: error.holders.map((kind) => ({ ...kind, members: [...kind.members] })) };
  }
  return {};
};

export const problems = (log: Log): MiddlewareObj<HttpEvent, HttpResponse> => ({
  onError: (request) => {
    request.response = toProblem(request.error, request.event, log);
  },
});
