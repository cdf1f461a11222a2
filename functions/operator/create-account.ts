import { createHash } from 'node:crypto';
import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbAgencies } from '../../core/adapters/dynamodb/agencies.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { stepFunctionsWorkflow } from '../../core/adapters/stepfunctions/workflow.ts';
import { createAccountRequest } from '../../core/contract/create-account.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readRegions } from '../../core/contract/locations.ts';
import { readPriceList } from '../../core/contract/price-list.ts';
import type { Fault } from '../../core/domain/errors.ts';
import { locationFaults } from '../../core/domain/location.ts';
import { createAccount } from '../../core/usecases/create-account.ts';
import { operator, readEvent } from './operator.ts';

const environment = readEnvironment('createAccount');
const store = openStore(environment);
const create = createAccount(
  {
    accounts: dynamodbAccounts(store),
    agencies: dynamodbAgencies(store),
    runs: dynamodbRuns(store),
    members: dynamodbMembers(store),
    replays: dynamodbReplays(store, clock),
    workflow: stepFunctionsWorkflow(environment),
    clock,
    log,
  },
  readPriceList(environment.PRICE_LIST),
);

const checkLocation = locationFaults(readRegions(environment.REGIONS));

/** The run's profile is made of the request's administrator, so a fault of the one is a fault of the other. */
const inRequest = ({ pointer, detail }: Fault): Fault => ({
  pointer: pointer.replace(/^\/profile\//, '/administrator/'),
  detail,
});

/** Makes an account and onboards its first administrator, or answers why not. */
export const handler = operator(
  'ACCOUNT_NOT_CREATED',
  (event, stamp) => {
    const request = readEvent(createAccountRequest, event, checkLocation(event));
    const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    return create(request, requestHash, stamp);
  },
  inRequest,
);
