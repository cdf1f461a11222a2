import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAgencies } from '../../core/adapters/dynamodb/agencies.ts';
import { dynamodbExtraProfiles } from '../../core/adapters/dynamodb/extra-profiles.ts';
import { dynamodbLocations } from '../../core/adapters/dynamodb/locations.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbRuns } from '../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbSessions } from '../../core/adapters/dynamodb/sessions.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { dynamodbWork } from '../../core/adapters/dynamodb/work.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readLocations } from '../../core/contract/locations.ts';
import { me } from '../../core/contract/resources/me.ts';
import { resource } from '../../core/http/resource.ts';
import { acceptInvitation } from '../../core/usecases/accept-invitation.ts';
import { acceptOffer, declineOffer } from '../../core/usecases/answer-offer.ts';
import { signOutEverywhere } from '../../core/usecases/change-status.ts';
import { readMe } from '../../core/usecases/read-me.ts';

const environment = readEnvironment('me');
const store = openStore(environment);
const ports = {
  users: dynamodbUsers(store),
  members: dynamodbMembers(store),
  sessions: dynamodbSessions(store),
  runs: dynamodbRuns(store),
  seats: dynamodbSeats(store),
  work: dynamodbWork(store),
  agencies: dynamodbAgencies(store),
  locations: dynamodbLocations(store),
  extraProfiles: dynamodbExtraProfiles(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  identity: cognitoIdentity(environment),
  clock,
  log,
};

// Made once: it keeps what it knows of policies.
const whoTheyAre = readMe(ports, readLocations(environment.LOCATIONS));
const asTheyAre = async (userId: string) => ({ result: await whoTheyAre(userId) });

export const handler = resource(
  me,
  {
    read: ({ userId }) => asTheyAre(userId),
    accept: async ({ userId, stamp }) => {
      await acceptInvitation(ports)(userId, stamp);
      return asTheyAre(userId);
    },
    signOut: async ({ userId, stamp }) => {
      await signOutEverywhere(ports)(userId, stamp);
      return { result: '' };
    },
    readExtraProfile: async ({ userId }) => ({ result: (await ports.extraProfiles.read(userId)) ?? {} }),
    answerExtraProfile: async ({ userId, body, stamp }) => {
      await ports.extraProfiles.keep(userId, body, stamp);
      return { result: body };
    },
    acceptOffer: async ({ userId, params, stamp }) => {
      await acceptOffer(ports)({ ...params, userId }, stamp);
      return asTheyAre(userId);
    },
    declineOffer: async ({ userId, params, stamp }) => {
      await declineOffer(ports)({ ...params, userId }, stamp);
      return asTheyAre(userId);
    },
  },
  { ports },
);
