import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbWork } from '../../core/adapters/dynamodb/work.ts';
import { log } from '../../core/adapters/log.ts';
import { stepFunctionsWorkflow } from '../../core/adapters/stepfunctions/workflow.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { sweepRuns } from '../../core/usecases/sweep-runs.ts';
import { withCleanErrors } from '../clean-errors.ts';

const environment = readEnvironment('sweep');
const store = openStore(environment);
const sweep = sweepRuns({
  runs: dynamodbRuns(store),
  members: dynamodbMembers(store),
  seats: dynamodbSeats(store),
  work: dynamodbWork(store),
  identity: cognitoIdentity(environment),
  workflow: stepFunctionsWorkflow(environment),
  clock,
  log,
});

export const handler = withCleanErrors('SWEEP_FAILED', async (_event, requestId) => {
  const runs = await sweep(requestId);
  log('SWEPT', { runs, requestId });
});
