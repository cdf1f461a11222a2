import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { sesMailer } from '../../core/adapters/ses/mailer.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { activateMember } from '../../core/usecases/activate-member.ts';
import { step } from './step.ts';

const environment = readEnvironment('activate');
const store = openStore(environment);

export const handler = step(
  'Activate',
  activateMember(
    {
      runs: dynamodbRuns(store),
      members: dynamodbMembers(store),
      accounts: dynamodbAccounts(store),
      users: dynamodbUsers(store),
      policies: dynamodbPolicies(store),
      identity: cognitoIdentity(environment),
      mailer: sesMailer(environment),
      clock,
    },
    environment.CONSOLE_URL,
  ),
);
