import { clock } from '../../core/adapters/clock.ts';
import { cognitoIdentity } from '../../core/adapters/cognito/identity.ts';
import { dynamodbAccessLists } from '../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbAccountDefaults } from '../../core/adapters/dynamodb/account-defaults.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbAssets } from '../../core/adapters/dynamodb/assets.ts';
import { dynamodbFiles } from '../../core/adapters/dynamodb/files.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbSessions } from '../../core/adapters/dynamodb/sessions.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbSubjects } from '../../core/adapters/dynamodb/subjects.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readLocations } from '../../core/contract/locations.ts';
import { members } from '../../core/contract/resources/members.ts';
import type { Authority } from '../../core/domain/authorization/authority.ts';
import { locationFaults } from '../../core/domain/location.ts';
import { resource } from '../../core/http/resource.ts';
import { assignMember, releaseMember } from '../../core/usecases/assign-member.ts';
import { changeAccess } from '../../core/usecases/change-access.ts';
import {
  resetMemberPassword,
  restoreMember,
  signOutMember,
  suspendMember,
} from '../../core/usecases/change-status.ts';
import { editMember } from '../../core/usecases/edit-member.ts';
import { explainAccess, previewAccess, previewNewAccess } from '../../core/usecases/explain-access.ts';
import { inviteMember } from '../../core/usecases/invite-member.ts';
import { listMembers } from '../../core/usecases/list-members.ts';
import type { MemberRef } from '../../core/usecases/ports.ts';
import { readCompleteness } from '../../core/usecases/read-completeness.ts';
import { readMember } from '../../core/usecases/read-member.ts';

const environment = readEnvironment('members');
const store = openStore(environment);
const ports = {
  members: dynamodbMembers(store),
  sessions: dynamodbSessions(store),
  users: dynamodbUsers(store),
  accounts: dynamodbAccounts(store),
  accountDefaults: dynamodbAccountDefaults(store),
  accessLists: dynamodbAccessLists(store),
  assets: dynamodbAssets(store),
  files: dynamodbFiles(store),
  subjects: dynamodbSubjects(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  identity: cognitoIdentity(environment),
  clock,
  log,
};

const locations = readLocations(environment.LOCATIONS).map(({ region }) => region);

/** The member as they are after what has been done about them. */
const asTheyAre = async (authority: Authority, ref: MemberRef) => {
  const result = await readMember(ports)(authority, ref);
  return { result, version: result.version };
};

export const handler = resource(
  members,
  {
    list: async ({ authority, query }) => ({ result: await listMembers(ports)(authority, query) }),
    read: ({ authority, params }) => asTheyAre(authority, params),
    edit: async ({ authority, params, ifMatch, body, stamp }) => {
      await editMember(ports)(authority, params, ifMatch, body.sections, stamp);
      return asTheyAre(authority, params);
    },
    assign: async ({ authority, params, stamp }) => {
      await assignMember(ports)(authority, params, params, stamp);
      return { result: '' };
    },
    release: async ({ authority, params, stamp }) => {
      await releaseMember(ports)(authority, params, params, stamp);
      return { result: '' };
    },
    completeness: async ({ params }) => ({ result: await readCompleteness(ports)(params) }),
    readAccess: ({ authority, params }) => explainAccess(ports)(authority, params),
    previewAccess: async ({ authority, params, body, stamp }) => ({
      result: await previewAccess(ports)(authority, params, body, stamp),
    }),
    previewNewAccess: async ({ authority, body }) => ({
      result: await previewNewAccess(ports)(authority, body.folderId, body.permissions),
    }),
    changeAccess: async ({ authority, params, ifMatch, body, stamp }) => {
      await changeAccess(ports)(authority, params, ifMatch, body, stamp);
      return explainAccess(ports)(authority, params);
    },
    suspend: async ({ authority, params, stamp }) => {
      await suspendMember(ports)(authority, params, stamp);
      return asTheyAre(authority, params);
    },
    restore: async ({ authority, params, stamp }) => {
      await restoreMember(ports)(authority, params, stamp);
      return asTheyAre(authority, params);
    },
    signOut: async ({ authority, params, stamp }) => {
      await signOutMember(ports)(authority, params, stamp);
      return asTheyAre(authority, params);
    },
    resetPassword: async ({ authority, params }) => {
      await resetMemberPassword(ports)(authority, params);
      return asTheyAre(authority, params);
    },
    invite: async ({ authority, params, stamp }) => {
      await inviteMember(ports)(authority, params, stamp);
      return asTheyAre(authority, params);
    },
  },
  { ports, check: locationFaults(locations) },
);
