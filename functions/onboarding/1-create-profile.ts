import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { createProfile } from '../../core/usecases/create-profile.ts';
import { step } from './step.ts';

const environment = readEnvironment('createProfile');
const store = openStore(environment);

export const handler = step(
  'CreateProfile',
  createProfile({
    runs: dynamodbRuns(store),
    members: dynamodbMembers(store),
    identity: cognitoIdentity(environment),
    clock,
  }),
);
