import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbWork } from '../../core/adapters/dynamodb/work.ts';
import { log } from '../../core/adapters/log.ts';
import { stepFunctionsWorkflow } from '../../core/adapters/stepfunctions/workflow.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { onboardings } from '../../core/contract/resources/onboardings.ts';
import { refuseMoreThanHeld } from '../../core/domain/delegation.ts';
import { locationFaults } from '../../core/domain/location.ts';
import type { Run } from '../../core/domain/run.ts';
import { resource } from '../../core/http/resource.ts';
import { discardOnboarding } from '../../core/usecases/discard-onboarding.ts';
import { drawRun, followOnboarding } from '../../core/usecases/follow-onboarding.ts';
import { listOnboardings } from '../../core/usecases/list-onboardings.ts';
import { resumeOnboarding } from '../../core/usecases/resume-onboarding.ts';
import { startOnboarding } from '../../core/usecases/start-onboarding.ts';

const environment = readEnvironment('onboardings');
const store = openStore(environment);
const ports = {
  runs: dynamodbRuns(store),
  replays: dynamodbReplays(store, clock),
  members: dynamodbMembers(store),
  seats: dynamodbSeats(store),
  work: dynamodbWork(store),
  standings: dynamodbStandings(store),
  identity: cognitoIdentity(environment),
  workflow: stepFunctionsWorkflow(environment),
  clock,
  log,
};
const locations = environment.LOCATIONS.split(',');

/** A run to follow, and where: what both starting and resuming answer. */
const toFollow = async (run: Run) => ({
  result: await drawRun(ports)(run),
  location: `/v1/accounts/${run.accountId}/onboardings/${run.runId}`,
});

export const handler = resource(
  onboardings,
  {
    start: async ({ held, params, body, stamp, idempotency }) => {
      refuseMoreThanHeld(held, body.permissions, '/permissions');
      return toFollow(await startOnboarding(ports)(params.accountId, body, stamp, idempotency));
    },
    list: async ({ params, query }) => ({ result: await listOnboardings(ports)(params.accountId, query) }),
    read: async ({ params }) => ({ result: await followOnboarding(ports)(params) }),
    resume: async ({ held, params, body, stamp, idempotency }) => {
      refuseMoreThanHeld(held, body.sections.permissions, '/sections/permissions');
      return toFollow(await resumeOnboarding(ports)(params, body.sections, stamp, idempotency));
    },
    discard: async ({ params, stamp, idempotency }) => ({
      result: await drawRun(ports)(await discardOnboarding(ports)(params, stamp, idempotency)),
    }),
  },
  { ports, check: locationFaults(locations) },
);
