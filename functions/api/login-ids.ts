import { clock } from '../../core/adapters/clock.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { loginIds } from '../../core/contract/resources/login-ids.ts';
import { resource } from '../../core/http/resource.ts';
import { proposeLoginId } from '../../core/usecases/propose-login-id.ts';

const store = openStore(readEnvironment('loginIds'));
const ports = {
  users: dynamodbUsers(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

export const handler = resource(
  loginIds,
  {
    propose: async ({ query: { firstName, lastName } }) => ({
      result: { loginId: await proposeLoginId(ports)(firstName, lastName) },
    }),
  },
  { ports },
);
