import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { activateMember } from '../../core/usecases/activate-member.ts';
import { step } from './step.ts';

const environment = readEnvironment('activate');
const store = openStore(environment);

export const handler = step(
  'Activate',
  activateMember({
    runs: dynamodbRuns(store),
    members: dynamodbMembers(store),
    accounts: dynamodbAccounts(store),
    identity: cognitoIdentity(environment),
    clock,
  }),
);
