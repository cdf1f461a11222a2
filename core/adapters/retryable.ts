import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';

/** The classification reads only what may be missing, so any error can be asked. */
const canBeClassified = (error: unknown): error is Parameters<typeof isServerError>[0] =>
  error instanceof Error;

/** Whether an AWS call failed for a reason that may pass: throttled, timed out, not reached, broken on the other side. */
export const isRetryable = (error: unknown): boolean =>
  canBeClassified(error) && (isThrottlingError(error) || isTransientError(error) || isServerError(error));
