import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { diagnoses } from '../../core/contract/resources/diagnoses.ts';
import { resource } from '../../core/http/resource.ts';
import { diagnoseMember } from '../../core/usecases/diagnose-member.ts';

const environment = readEnvironment('diagnoses');
const store = openStore(environment);
const ports = {
  members: dynamodbMembers(store),
  users: dynamodbUsers(store),
  accounts: dynamodbAccounts(store),
  seats: dynamodbSeats(store),
  runs: dynamodbRuns(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  identity: cognitoIdentity(environment),
  clock,
  log,
};
const diagnose = diagnoseMember(ports, Number(environment.INVITATION_VALIDITY_DAYS));

export const handler = resource(
  diagnoses,
  { read: async ({ authority, params, query }) => ({ result: await diagnose(authority, params, query) }) },
  { ports },
);
