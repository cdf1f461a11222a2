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
import {
  type CreateAccountAnswer,
  type CreateAccountRequest,
  createAccountRequest,
} from '../../core/contract/create-account.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { DomainError, type Fault, InvalidRequest } from '../../core/domain/errors.ts';
import { locationFaults } from '../../core/domain/location.ts';
import { read } from '../../core/http/faults.ts';
import { createAccount } from '../../core/usecases/create-account.ts';
import type { Stamp } from '../../core/usecases/ports.ts';
import { withCleanErrors } from '../clean-errors.ts';

const environment = readEnvironment('createAccount');
const store = openStore(environment);
const create = createAccount({
  accounts: dynamodbAccounts(store),
  agencies: dynamodbAgencies(store),
  runs: dynamodbRuns(store),
  members: dynamodbMembers(store),
  replays: dynamodbReplays(store, clock),
  workflow: stepFunctionsWorkflow(environment),
  clock,
  log,
});

const checkLocation = locationFaults(environment.LOCATIONS.split(','));

const parse = (event: unknown): CreateAccountRequest => {
  const { value, faults } = read(createAccountRequest, event, '');
  const all = [...faults, ...checkLocation(event)];
  if (value === undefined || all.length > 0) throw new InvalidRequest(all);
  return value;
};

/** The run's profile is made of the request's administrator, so a fault of the one is a fault of the other. */
const inRequest = ({ pointer, detail }: Fault): Fault => ({
  pointer: pointer.replace(/^\/profile\//, '/administrator/'),
  detail,
});

const stampNow = (requestId: string): Stamp => ({
  at: clock.now().toISOString(),
  by: 'operator',
  channel: 'operator',
  requestId,
});

const answer = async (event: unknown, requestId: string): Promise<CreateAccountAnswer> => {
  try {
    const request = parse(event);
    const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    return await create(request, requestHash, stampNow(requestId));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refused: { code: error.code, detail: error.message, faults: error.faults.map(inRequest) } };
  }
};

/** Invoked by operators only: makes an account and onboards its first administrator, or answers why not. */
export const handler = withCleanErrors('ACCOUNT_NOT_CREATED', answer);
