import { clock } from '../../core/adapters/clock.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { members } from '../../core/contract/resources/members.ts';
import { resource } from '../../core/http/resource.ts';
import { listMembers } from '../../core/usecases/list-members.ts';
import { readCompleteness } from '../../core/usecases/read-completeness.ts';
import { readMember } from '../../core/usecases/read-member.ts';

const store = openStore(readEnvironment('members'));
const ports = {
  members: dynamodbMembers(store),
  users: dynamodbUsers(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

export const handler = resource(
  members,
  {
    list: async ({ params, query }) => ({ result: await listMembers(ports)(params.accountId, query) }),
    read: async ({ params }) => ({ result: await readMember(ports)(params) }),
    completeness: async ({ params }) => ({ result: await readCompleteness(ports)(params) }),
  },
  { ports },
);
