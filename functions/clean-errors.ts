import type { Context } from 'aws-lambda';
import { describeError, log } from '../core/adapters/log.ts';
import { isRetryable } from '../core/adapters/retryable.ts';
import { DomainError } from '../core/domain/errors.ts';

const withName = (name: string, message: string): Error => {
  const error = new Error(message);
  error.name = name;
  // A stack would add nothing to an execution's history but our file names.
  error.stack = '';
  return error;
};

/**
 * An error under a stable name, with a text free of personal data: what a function throws stands in its log and in the
 * history of the execution that called it.
 */
export const cleanError = (error: unknown): Error => {
  if (error instanceof DomainError) return withName(error.code, error.message);
  if (isRetryable(error)) return withName('transient', 'An AWS service did not answer as it should.');
  return withName('interrupted', 'The function ended unexpectedly.');
};

/** A handler that throws clean errors only, and logs under a code what kind they were. */
export const withCleanErrors =
  <Answer>(code: string, handler: (event: unknown, requestId: string) => Promise<Answer>) =>
  async (event: unknown, { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>): Promise<Answer> => {
    try {
      return await handler(event, requestId);
    } catch (error) {
      const clean = cleanError(error);
      log(code, { requestId, reason: clean.name, ...describeError(error) });
      throw clean;
    }
  };
