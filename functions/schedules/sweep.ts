import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbInvitations } from '../../core/adapters/dynamodb/invitations.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbSessions } from '../../core/adapters/dynamodb/sessions.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { dynamodbWork } from '../../core/adapters/dynamodb/work.ts';
import { log } from '../../core/adapters/log.ts';
import { stepFunctionsWorkflow } from '../../core/adapters/stepfunctions/workflow.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { sweepLine } from '../../core/usecases/sweep-line.ts';
import { sweepRuns } from '../../core/usecases/sweep-runs.ts';
import { sweepSessions } from '../../core/usecases/sweep-sessions.ts';
import { withCleanErrors } from '../clean-errors.ts';

const environment = readEnvironment('sweep');
const store = openStore(environment);
const ports = {
  runs: dynamodbRuns(store),
  accounts: dynamodbAccounts(store),
  users: dynamodbUsers(store),
  invitations: dynamodbInvitations(store),
  members: dynamodbMembers(store),
  seats: dynamodbSeats(store),
  sessions: dynamodbSessions(store),
  work: dynamodbWork(store),
  identity: cognitoIdentity(environment),
  workflow: stepFunctionsWorkflow(environment),
  clock,
  log,
};

export const handler = withCleanErrors('SWEEP_FAILED', async (_event, requestId) => {
  // First, since it takes no longer than it may.
  const sessions = await sweepSessions(ports)(requestId);
  const runs = await sweepRuns(ports)(requestId);
  const waiting = await sweepLine(ports)(requestId);
  log('SWEPT', { sessions, runs, waiting, requestId });
});
