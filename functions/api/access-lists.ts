import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccessLists } from '../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbSubjects } from '../../core/adapters/dynamodb/subjects.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { accessLists } from '../../core/contract/resources/access-lists.ts';
import { resource } from '../../core/http/resource.ts';
import { changeAccessList } from '../../core/usecases/change-access-list.ts';

const store = openStore(readEnvironment('accessLists'));
const ports = {
  accessLists: dynamodbAccessLists(store),
  subjects: dynamodbSubjects(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

export const handler = resource(
  accessLists,
  {
    list: async ({ params, query }) => ({ result: await ports.accessLists.list(params.accountId, query) }),
    read: async ({ params }) => {
      const list = await ports.accessLists.read(params);
      return { result: list, version: list.version };
    },
    change: async ({ authority, params, ifMatch, body, stamp }) => {
      const list = await changeAccessList(ports)(authority, params, ifMatch, body.subjects, stamp);
      return { result: list, version: list.version };
    },
  },
  { ports },
);
