import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccessLists } from '../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbAssets } from '../../core/adapters/dynamodb/assets.ts';
import { dynamodbFiles } from '../../core/adapters/dynamodb/files.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbSubjects } from '../../core/adapters/dynamodb/subjects.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { dynamodbWork } from '../../core/adapters/dynamodb/work.ts';
import { log } from '../../core/adapters/log.ts';
import { stepFunctionsWorkflow } from '../../core/adapters/stepfunctions/workflow.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readLocations } from '../../core/contract/locations.ts';
import { onboardings } from '../../core/contract/resources/onboardings.ts';
import { locationFaults } from '../../core/domain/location.ts';
import type { Run } from '../../core/domain/run.ts';
import type { Sections } from '../../core/domain/sections/index.ts';
import { resource } from '../../core/http/resource.ts';
import { discardOnboarding } from '../../core/usecases/discard-onboarding.ts';
import { drawRun } from '../../core/usecases/follow-onboarding.ts';
import { listOnboardings } from '../../core/usecases/list-onboardings.ts';
import { offerAccounts } from '../../core/usecases/offer-accounts.ts';
import { type Known, refuseOnboarding } from '../../core/usecases/refuse-onboarding.ts';
import { resumeOnboarding } from '../../core/usecases/resume-onboarding.ts';
import { requireRun, requireRunControl } from '../../core/usecases/see-run.ts';
import { startOnboarding } from '../../core/usecases/start-onboarding.ts';

const environment = readEnvironment('onboardings');
const store = openStore(environment);
const ports = {
  runs: dynamodbRuns(store),
  replays: dynamodbReplays(store, clock),
  members: dynamodbMembers(store),
  seats: dynamodbSeats(store),
  work: dynamodbWork(store),
  users: dynamodbUsers(store),
  accounts: dynamodbAccounts(store),
  subjects: dynamodbSubjects(store),
  accessLists: dynamodbAccessLists(store),
  assets: dynamodbAssets(store),
  files: dynamodbFiles(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  identity: cognitoIdentity(environment),
  workflow: stepFunctionsWorkflow(environment),
  clock,
  log,
};
const locations = readLocations(environment.LOCATIONS).map(({ region }) => region);

/** A run to follow, and where: what both starting and resuming answer. */
const toFollow = async (run: Run) => ({
  result: await drawRun(ports)(run),
  location: `/v1/accounts/${run.accountId}/onboardings/${run.runId}`,
});

export const handler = resource(
  onboardings,
  {
    start: async ({ authority, body, stamp, idempotency }) =>
      toFollow(await startOnboarding(ports)(authority, body, stamp, idempotency)),
    list: async ({ authority, query }) => ({ result: await listOnboardings(ports)(authority, query) }),
    read: async ({ authority, params }) => ({
      result: await drawRun(ports)(await requireRun(ports)(authority, params)),
    }),
    resume: async ({ authority, params, body, stamp, idempotency }) => {
      await requireRunControl(ports)(authority, params);
      const permit = (sections: Sections, known: Known) =>
        refuseOnboarding(ports)(authority, sections, '/sections', known);
      return toFollow(await resumeOnboarding(ports)(params, body.sections, permit, stamp, idempotency));
    },
    discard: async ({ authority, params, stamp, idempotency }) => {
      await requireRunControl(ports)(authority, params);
      return { result: await drawRun(ports)(await discardOnboarding(ports)(params, stamp, idempotency)) };
    },
    offer: async (call) => {
      const { params, body, stamp, idempotency } = call;
      const authorityIn = (accountId: string) => call.authorityIn(accountId);
      const runs = await offerAccounts(ports, authorityIn)(params.accountId, body, stamp, idempotency);
      return { result: { runs: await Promise.all(runs.map(drawRun(ports))) } };
    },
  },
  { ports, check: locationFaults(locations) },
);
