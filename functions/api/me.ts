import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { me } from '../../core/contract/resources/me.ts';
import { resource } from '../../core/http/resource.ts';
import { acceptInvitation } from '../../core/usecases/accept-invitation.ts';
import { readMe } from '../../core/usecases/read-me.ts';

const environment = readEnvironment('me');
const store = openStore(environment);
const ports = {
  users: dynamodbUsers(store),
  standings: dynamodbStandings(store),
  identity: cognitoIdentity(environment),
  clock,
  log,
};

export const handler = resource(
  me,
  {
    read: async ({ userId }) => ({ result: await readMe(ports)(userId) }),
    accept: async ({ userId, stamp }) => {
      await acceptInvitation(ports)(userId, stamp);
      return { result: await readMe(ports)(userId) };
    },
  },
  { ports },
);
