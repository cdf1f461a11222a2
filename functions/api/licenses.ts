import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbSessions } from '../../core/adapters/dynamodb/sessions.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { licenses } from '../../core/contract/resources/licenses.ts';
import { resource } from '../../core/http/resource.ts';
import { assignLicense, reactivateMember, takeBackLicense } from '../../core/usecases/change-licenses.ts';
import { listWaitingLine } from '../../core/usecases/list-waiting-line.ts';
import type { MemberRef } from '../../core/usecases/ports.ts';
import { readLicenses } from '../../core/usecases/read-licenses.ts';
import { previewAgentFeatures, switchAgentFeatures } from '../../core/usecases/switch-agent-features.ts';

const store = openStore(readEnvironment('licenses'));
const ports = {
  seats: dynamodbSeats(store),
  sessions: dynamodbSessions(store),
  members: dynamodbMembers(store),
  users: dynamodbUsers(store),
  accounts: dynamodbAccounts(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

/** The member's licenses as they are after what has been done about them. */
const asTheyAre = async ({ accountId, userId }: MemberRef) => ({
  result: await readLicenses(ports)({ accountId, userId }),
});

export const handler = resource(
  licenses,
  {
    read: ({ params }) => asTheyAre(params),
    assign: async ({ authority, params, stamp }) => {
      await assignLicense(ports)(authority, params, params.kind, stamp);
      return asTheyAre(params);
    },
    takeBack: async ({ authority, params, stamp }) => {
      await takeBackLicense(ports)(authority, params, params.kind, stamp);
      return asTheyAre(params);
    },
    reactivate: async ({ authority, params, stamp }) => {
      await reactivateMember(ports)(authority, params, stamp);
      return asTheyAre(params);
    },
    switchAgentFeatures: async ({ authority, params, body, stamp }) => {
      await switchAgentFeatures(ports)(authority, params, body.enabled, stamp);
      return asTheyAre(params);
    },
    previewAgentFeatures: async ({ authority, params, body }) => ({
      result: await previewAgentFeatures(ports)(authority, params, body.enabled),
    }),
    waitingLine: async ({ authority, query }) => ({
      result: await listWaitingLine(ports)(authority, query),
    }),
  },
  { ports },
);
