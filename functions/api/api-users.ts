import { clock } from '../../core/adapters/clock.ts';
import { cognitoApiSignIn } from '../../core/adapters/cognito/api-sign-in.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccessLists } from '../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbApiUsers } from '../../core/adapters/dynamodb/api-users.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { apiUsers } from '../../core/contract/resources/api-users.ts';
import type { ApiUser } from '../../core/domain/api-user.ts';
import { NotFound } from '../../core/domain/errors.ts';
import { resource } from '../../core/http/resource.ts';
import {
  changeApiUser,
  createApiUser,
  revokeApiUser,
  rotateSecret,
} from '../../core/usecases/manage-api-users.ts';

const environment = readEnvironment('apiUsers');
const store = openStore(environment);
const ports = {
  apiUsers: dynamodbApiUsers(store),
  accessLists: dynamodbAccessLists(store),
  apiSignIn: cognitoApiSignIn(environment),
  identity: cognitoIdentity(environment),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

const withSecret = ({ user, secret }: { user: ApiUser; secret: string }) => ({
  result: { ...user, secret },
  version: user.version,
  location: `/v1/accounts/${user.accountId}/api-users/${user.apiUserId}`,
});

export const handler = resource(
  apiUsers,
  {
    list: async ({ params, query }) => ({ result: await ports.apiUsers.list(params.accountId, query) }),
    create: async ({ authority, body, stamp, idempotency }) =>
      withSecret(await createApiUser(ports)(authority, body, stamp, idempotency)),
    read: async ({ params }) => {
      const user = await ports.apiUsers.read(params);
      if (user === undefined) throw new NotFound();
      return { result: user, version: user.version };
    },
    change: async ({ authority, params, ifMatch, body, stamp }) => {
      const user = await changeApiUser(ports)(authority, params, ifMatch, body, stamp);
      return { result: user, version: user.version };
    },
    rotate: async ({ authority, params, stamp, idempotency }) => {
      const { result, version } = withSecret(
        await rotateSecret(ports)(authority, params, stamp, idempotency),
      );
      return { result, version };
    },
    revoke: async ({ authority, params }) => {
      await revokeApiUser(ports)(authority, params);
      return { result: '' };
    },
  },
  { ports },
);
