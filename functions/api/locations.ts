import { clock } from '../../core/adapters/clock.ts';
import { dynamodbLocations } from '../../core/adapters/dynamodb/locations.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readLocations } from '../../core/contract/locations.ts';
import { locations } from '../../core/contract/resources/locations.ts';
import { resource } from '../../core/http/resource.ts';
import { listLocations } from '../../core/usecases/list-locations.ts';

const environment = readEnvironment('locations');
const store = openStore(environment);
const ports = {
  locations: dynamodbLocations(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};
const list = listLocations(ports, readLocations(environment.LOCATIONS));

export const handler = resource(
  locations,
  { list: async ({ query }) => ({ result: { items: await list(query) } }) },
  { ports },
);
