import { Duration } from 'aws-cdk-lib';
import { Errors, JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import { TRANSIENT_ERRORS } from '../../core/contract/workflow.ts';

/**
 * What passes by itself, on Lambda's side or on ours. Six more tries, with pauses of 1 + 2 + 4 + 8 + 16 + 30 = 61
 * seconds at most: a throttled table or pool is over it by then. All at once would only collide again, so each pause
 * is random between nothing and that, about 30 seconds in all.
 */
export const RETRY_TRANSIENT: RetryProps = {
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.TooManyRequestsException',
    // The function ran out of time, or its process died or was killed, for want of memory for instance: steps may be
    // repeated, so it is tried again. Which of the names it gets depends on how it ended.
    'Lambda.Unknown',
    'Sandbox.Timedout',
    'Runtime.ExitError',
    Errors.TIMEOUT,
    ...TRANSIENT_ERRORS,
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 6,
  jitterStrategy: JitterType.FULL,
};

/** A run that cannot even be parked would hang until the sweeper finds it, so this is tried whatever the error. */
export const RETRY_PARKING: RetryProps = { ...RETRY_TRANSIENT, errors: [Errors.ALL] };
