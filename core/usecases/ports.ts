import type { AccountDefaults, Assets } from './ports/assets.ts';
import type { AccessLists, ApiUsers, Policies, Subjects } from './ports/authorization.ts';
import type { Billing } from './ports/billing.ts';
import type { Accounts, Agencies, ExtraProfiles, Locations, Standings, Users } from './ports/directory.ts';
import type { FileStorage, Files, InspectFile } from './ports/files.ts';
import type { Members } from './ports/members.ts';
import type { Replays, Runs } from './ports/runs.ts';
import type { Invitations, Seats, WorkAssignments } from './ports/seats.ts';
import type { ApiSignIn, Clock, Identity, Log, Mailer, Workflow } from './ports/services.ts';
import type { Sessions } from './ports/sessions.ts';

export type * from './ports/assets.ts';
export type * from './ports/authorization.ts';
export type * from './ports/billing.ts';
export type * from './ports/directory.ts';
export type * from './ports/files.ts';
export type * from './ports/members.ts';
export type * from './ports/refs.ts';
export type * from './ports/runs.ts';
export type * from './ports/seats.ts';
export type * from './ports/services.ts';
export type * from './ports/sessions.ts';
export type * from './ports/stamp.ts';

/** All that the use cases need from outside. Each names the few it takes. */
export interface Ports {
  agencies: Agencies;
  locations: Locations;
  extraProfiles: ExtraProfiles;
  apiUsers: ApiUsers;
  accessLists: AccessLists;
  policies: Policies;
  subjects: Subjects;
  runs: Runs;
  replays: Replays;
  members: Members;
  seats: Seats;
  invitations: Invitations;
  billing: Billing;
  sessions: Sessions;
  work: WorkAssignments;
  assets: Assets;
  accountDefaults: AccountDefaults;
  accounts: Accounts;
  users: Users;
  standings: Standings;
  files: Files;
  fileStorage: FileStorage;
  inspectFile: InspectFile;
  identity: Identity;
  apiSignIn: ApiSignIn;
  mailer: Mailer;
  workflow: Workflow;
  clock: Clock;
  log: Log;
}
