import * as z from 'zod/mini';
import { clock } from '../../core/adapters/clock.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { type Failure, isFailureCode } from '../../core/domain/failures.ts';
import { WORK_STATES, type WorkState } from '../../core/domain/steps.ts';
import { parkRun } from '../../core/usecases/park-run.ts';
import { withCleanErrors } from '../clean-errors.ts';
import { executionInput } from './step.ts';

const caught = z.object({ Error: z.string(), Cause: z._default(z.string(), '') });

/** The execution's input, and under the name of the state that failed what the state machine caught there. */
const parkInput = z.extend(executionInput, {
  failures: z._default(z.partialRecord(z.enum(WORK_STATES), caught), {}),
});

const lambdaCause = z.object({ errorMessage: z.string() });

/** The text of a failure that we named ourselves; Lambda's own words for any other say nothing to an administrator. */
const detailOf = (cause: string): string => {
  try {
    return lambdaCause.parse(JSON.parse(cause)).errorMessage;
  } catch {
    return '';
  }
};

const failureOf = (step: WorkState, { Error: name, Cause }: z.infer<typeof caught>): Failure => {
  if (isFailureCode(name)) return { step, code: name, detail: detailOf(Cause) };
  const code = name === 'transient' ? 'busy' : 'interrupted';
  return { step, code, detail: `The state machine caught ${name}.` };
};

const store = openStore(readEnvironment('parkRun'));
const park = parkRun({ runs: dynamodbRuns(store), clock, log });

export const handler = withCleanErrors('PARKING_FAILED', async (event, requestId) => {
  const { failures, ...ref } = parkInput.parse(event);
  const step = WORK_STATES.find((state) => failures[state] !== undefined) ?? 'Activate';
  const failure = failureOf(step, failures[step] ?? { Error: 'interrupted', Cause: '' });
  await park(ref, failure, { by: 'state-machine', requestId });
});
