import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { assignLicenses } from '../../core/usecases/assign-licenses.ts';
import { step } from './step.ts';

const store = openStore(readEnvironment('assignLicenses'));

export const handler = step(
  'AssignLicenses',
  assignLicenses({
    runs: dynamodbRuns(store),
    accounts: dynamodbAccounts(store),
    seats: dynamodbSeats(store),
    members: dynamodbMembers(store),
    users: dynamodbUsers(store),
    clock,
    log,
  }),
);
