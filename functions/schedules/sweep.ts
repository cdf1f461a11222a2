import type { Context } from 'aws-lambda';
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

export const handler = async (_event: unknown, context: Pick<Context, 'awsRequestId'>): Promise<void> => {
  const runs = await sweep(context.awsRequestId);
  log('SWEPT', { runs, requestId: context.awsRequestId });
};
