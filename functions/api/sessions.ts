import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbSessions } from '../../core/adapters/dynamodb/sessions.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { sessions } from '../../core/contract/resources/sessions.ts';
import { HEARTBEAT_SECONDS, SESSION_TIMEOUT_SECONDS } from '../../core/domain/session.ts';
import { resource } from '../../core/http/resource.ts';
import { keepSession } from '../../core/usecases/keep-session.ts';
import { listSessions } from '../../core/usecases/list-sessions.ts';
import { startSession } from '../../core/usecases/start-session.ts';

const store = openStore(readEnvironment('sessions'));
const ports = {
  sessions: dynamodbSessions(store),
  replays: dynamodbReplays(store, clock),
  members: dynamodbMembers(store),
  accounts: dynamodbAccounts(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

const howToKeepIt = { heartbeatSeconds: HEARTBEAT_SECONDS, timeoutSeconds: SESSION_TIMEOUT_SECONDS };

export const handler = resource(
  sessions,
  {
    start: async ({ authority, params: { accountId, userId }, stamp, idempotency }) => {
      const session = await startSession(ports)(authority, stamp, idempotency);
      return {
        result: { ...session, ...howToKeepIt },
        location: `/v1/accounts/${accountId}/members/${userId}/sessions/${session.sessionId}`,
      };
    },
    heartbeat: async ({ params, stamp }) => {
      await keepSession(ports)(params, stamp.at);
      return { result: '' };
    },
    end: async ({ params, stamp }) => {
      await ports.sessions.end(params, stamp);
      return { result: '' };
    },
    listOfMember: async ({ authority, params, query, stamp }) => ({
      result: await listSessions(ports)(authority, params.userId, query, stamp.at),
    }),
    list: async ({ authority, query, stamp }) => ({
      result: await listSessions(ports)(authority, undefined, query, stamp.at),
    }),
  },
  { ports },
);
