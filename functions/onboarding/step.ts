import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { describeError, log } from '../../core/adapters/log.ts';
import { accountId, runId } from '../../core/domain/ids.ts';
import type { WorkState } from '../../core/domain/steps.ts';
import type { AttemptRef } from '../../core/usecases/ports.ts';
import { cleanError } from '../clean-errors.ts';

/** The input of an execution: ids only, since it stands in the history. */
export const executionInput = z.object({ accountId, runId, attempt: z.int().check(z.minimum(1)) });

/**
 * The Lambda handler of one state of the onboarding state machine. It throws under stable names, with texts free of
 * personal data, since both end up in the execution's history: `busy` and `transient` are retried by the machine, any
 * other name parks the run.
 */
export const step =
  (state: WorkState, take: (ref: AttemptRef) => Promise<void>) =>
  async (event: unknown, context: Pick<Context, 'awsRequestId'>): Promise<void> => {
    const ref = executionInput.parse(event);
    const started = performance.now();
    const { awsRequestId: requestId } = context;
    try {
      await take(ref);
      log('STEP_DONE', {
        step: state,
        ...ref,
        requestId,
        milliseconds: Math.round(performance.now() - started),
      });
    } catch (error) {
      const failure = cleanError(error);
      log('STEP_FAILED', { step: state, ...ref, requestId, reason: failure.name, ...describeError(error) });
      throw failure;
    }
  };
