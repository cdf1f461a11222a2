import { inspectFile } from '../../core/adapters/media/inspect-file.ts';
import type { Clock, Ports } from '../../core/usecases/ports.ts';
import { inMemoryAccessLists } from './in-memory/access-lists.ts';
import { inMemoryAgencies } from './in-memory/agencies.ts';
import { inMemoryApiUsers } from './in-memory/api-users.ts';
import { inMemoryAccountDefaults, inMemoryAssets } from './in-memory/assets.ts';
import { inMemoryBilling } from './in-memory/billing.ts';
import { emptyDatabase, type Invitation } from './in-memory/database.ts';
import { inMemoryAccounts, inMemoryUsers, inMemoryWork } from './in-memory/directory.ts';
import { inMemoryExtraProfiles } from './in-memory/extra-profiles.ts';
import { inMemoryFileStorage, inMemoryFiles } from './in-memory/files.ts';
import { inMemoryInvitations } from './in-memory/invitations.ts';
import { inMemoryLocations } from './in-memory/locations.ts';
import { inMemoryMembers } from './in-memory/members.ts';
import { inMemoryPolicies } from './in-memory/policies.ts';
import { inMemoryReplays } from './in-memory/replays.ts';
import { inMemoryRuns } from './in-memory/runs.ts';
import { inMemorySeats } from './in-memory/seats.ts';
import {
  inMemoryApiSignIn,
  inMemoryIdentity,
  inMemoryLog,
  inMemoryMailer,
  inMemoryWorkflow,
  movableClock,
} from './in-memory/services.ts';
import { inMemorySessions } from './in-memory/sessions.ts';
import { inMemoryStandings } from './in-memory/standings.ts';
import { inMemorySubjects } from './in-memory/subjects.ts';

/** The ports of the store on one in-memory database; each call is atomic, as a transaction is. */
export const inMemoryStore = (clock: Clock) => {
  const database = emptyDatabase();
  const ports = {
    policies: inMemoryPolicies(database),
    runs: inMemoryRuns(database),
    replays: inMemoryReplays(database, clock),
    members: inMemoryMembers(database),
    seats: inMemorySeats(database),
    invitations: inMemoryInvitations(database),
    billing: inMemoryBilling(database),
    sessions: inMemorySessions(database),
    work: inMemoryWork(database),
    assets: inMemoryAssets(database),
    accountDefaults: inMemoryAccountDefaults(database),
    accounts: inMemoryAccounts(database),
    agencies: inMemoryAgencies(database),
    locations: inMemoryLocations(database),
    extraProfiles: inMemoryExtraProfiles(database),
    apiUsers: inMemoryApiUsers(database),
    accessLists: inMemoryAccessLists(database),
    files: inMemoryFiles(database),
    subjects: inMemorySubjects(database),
    users: inMemoryUsers(database),
    standings: inMemoryStandings(database),
  } satisfies Partial<Ports>;
  return { database, ports };
};

/** All ports in memory, with what a test looks at or turns: database, mails, executions, clock, log. */
export const inMemory = () => {
  const { clock, move } = movableClock();
  const { database, ports: store } = inMemoryStore(clock);
  const outbox: Invitation[] = [];
  const { mailer, mails } = inMemoryMailer();
  const { workflow, executions, end } = inMemoryWorkflow();
  const { log, lines } = inMemoryLog();
  const identity = inMemoryIdentity(database, outbox);
  const apiSignIn = inMemoryApiSignIn(database);
  const { fileStorage, uploads, kept } = inMemoryFileStorage();
  const ports: Ports = {
    ...store,
    fileStorage,
    inspectFile,
    identity,
    apiSignIn,
    mailer,
    workflow,
    clock,
    log,
  };
  return {
    ports,
    database,
    outbox,
    mails,
    executions,
    /** What is in files: uploaded, and kept. */
    uploads,
    kept,
    endExecution: end,
    moveClock: move,
    logged: lines,
  };
};

export type World = ReturnType<typeof inMemory>;
