import { dynamodbLocations } from '../../core/adapters/dynamodb/locations.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { nameLocationsRequest, readLocations } from '../../core/contract/locations.ts';
import { nameLocations } from '../../core/usecases/name-locations.ts';
import { operator, readEvent } from './operator.ts';

const environment = readEnvironment('nameLocations');
const name = nameLocations(
  { locations: dynamodbLocations(openStore(environment)) },
  readLocations(environment.LOCATIONS),
);

/** Tells Rollcall where its APIs are, which is known only once they are deployed (ADR 0023). */
export const handler = operator('LOCATIONS_NOT_NAMED', (event, stamp) =>
  name(readEvent(nameLocationsRequest, event).apiUrls, stamp),
);
