import type { AccessList, ListedKind } from '../domain/access-list.ts';
import type { Account } from '../domain/account.ts';
import type { Agency } from '../domain/agency.ts';
import type { ApiUser } from '../domain/api-user.ts';
import type { Placed } from '../domain/authorization/authority.ts';
import type { Policy } from '../domain/authorization/policy.ts';
import type { Use } from '../domain/authorization/uses.ts';
import type { Failure } from '../domain/failures.ts';
import type { LicenseKind, Pool } from '../domain/licenses.ts';
import type { AgencyMembership, DeactivationReason, Member, MemberStatus, User } from '../domain/member.ts';
import type { OpenRun, Run, RunStatus } from '../domain/run.ts';
import type { SectionRecord } from '../domain/section-record.ts';
import type { Access } from '../domain/sections/access.ts';
import type { Permissions } from '../domain/sections/permissions.ts';
import type { WorkAssignment } from '../domain/sections/work.ts';

/** Who changes something, by what channel, from where, under which request: stamped on every item written. */
export interface Stamp {
  /** RFC 3339 */
  at: string;
  /** A user id, or the name of the part of Rollcall that acts by itself. */
  by: string;
  channel: 'api' | 'run' | 'sweeper' | 'operator';
  requestId: string;
  sourceAddress?: string | undefined;
}

/** An Idempotency-Key as its actor gave it, with a hash of the request it came with. */
export interface Idempotency {
  actor: string;
  key: string;
  requestHash: string;
}

/** Whether a write took effect, or repeats one that did, under the same key: then read the resource named. */
export type Effect = { replayOf?: undefined } | { replayOf: string };

export interface MemberRef {
  accountId: string;
  userId: string;
}

export interface RunRef {
  accountId: string;
  runId: string;
}

/** A run at one of its attempts: a stale attempt changes nothing any more. */
export interface AttemptRef extends RunRef {
  attempt: number;
}

/** How a run ends for its member: active, and invited or not (A-11, D-9), or deactivated for want of a license. */
export type RunEnding =
  | { outcome: 'active'; administrator: boolean; invitedAt?: string | undefined }
  | { outcome: 'deactivated'; deactivationReason: DeactivationReason };

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

export interface Page<Item> {
  items: readonly Item[];
  nextCursor?: string | undefined;
}

/** The runs of all accounts. Every change names the states it may start from, and the store enforces it. */
export interface Runs {
  /**
   * Claims the email and the login ID (of an offer: the place in the account), takes the folder, role and groups into
   * use, and stores the run; or does nothing. Throws `UserExists`, `LoginIdTaken`, `AlreadyMember`,
   * `IdempotencyKeyReused`, and `ChangedMeanwhile` when a folder, role or group has been deleted.
   */
  start(run: OpenRun, due: string, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  read(ref: RunRef): Promise<Run | undefined>;
  /**
   * Newest first, those that `sees` lets through; looks at no more than 1,000, so a page may be short and yet have a
   * cursor. Throws `InvalidRequest` for a cursor that is not ours.
   */
  list(
    accountId: string,
    status: RunStatus | undefined,
    page: PageRequest,
    sees?: (run: Run) => boolean,
  ): Promise<Page<Run>>;
  /**
   * `failed → running`, one attempt more, with the request as corrected; claims follow a corrected email or login ID,
   * uses a corrected folder, role or group.
   * Throws `RunNotFailed`, `UserExists`, `LoginIdTaken`, `IdempotencyKeyReused`, `ChangedMeanwhile`.
   */
  resume(
    run: OpenRun,
    corrected: Pick<OpenRun, 'sections' | 'formerWork'>,
    due: string,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<Effect>;
  /** `running → failed`; a repeat, or one for an older attempt, does nothing. */
  park(ref: AttemptRef, failure: Failure, due: string, stamp: Stamp): Promise<void>;
  /** `running → offered`: all is set up, and the user decides until `due`. A repeat does nothing. */
  offer(ref: AttemptRef, due: string, stamp: Stamp): Promise<void>;
  /**
   * `running → done` (of an offer: `offered → done`), and the request is removed; with it the member leaves `onboarding`, and an active administrator
   * is counted: so no run that can still be discarded has a member who works already. A repeat, or one for an older
   * attempt, does nothing.
   */
  finish(run: OpenRun, ending: RunEnding, stamp: Stamp): Promise<void>;
  /** `failed → discarding`, or `offered → discarding`. Throws `RunNotFailed`, `IdempotencyKeyReused`. */
  beginDiscard(run: Run, due: string, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  /** `discarding → discarded`: claims and uses go, and so does the request; a repeat does nothing. */
  endDiscard(run: OpenRun, stamp: Stamp): Promise<void>;
  /** Runs with work left over at this time, of all accounts, oldest first. */
  due(now: string, limit: number): Promise<readonly RunRef[]>;
  /** Looks at a running run again later; does nothing if it has moved on. */
  postpone(ref: AttemptRef, due: string): Promise<void>;
}

/** What was done under an Idempotency-Key in the last 24 hours. */
export interface Replays {
  /** The id of the resource that came of it, if anything did. Throws `IdempotencyKeyReused`. */
  find(idempotency: Idempotency): Promise<string | undefined>;
}

/** A member with what the steps have left so far. */
export interface MemberRecord {
  member: Member;
  records: readonly SectionRecord[];
}

export interface Members {
  /** Creates user and member (`onboarding`) with the profile's record; a repeat by the same run does nothing. */
  create(user: User, member: Member, record: SectionRecord, stamp: Stamp): Promise<void>;
  /** Leaves a step's record; a repeat by the same run does nothing. */
  record(ref: MemberRef, record: SectionRecord, stamp: Stamp): Promise<void>;
  /** Creates the member (`onboarding`) of a user who exists, with the profile's record; a repeat by the same run does nothing. */
  join(member: Member, record: SectionRecord, stamp: Stamp): Promise<void>;
  read(ref: MemberRef): Promise<MemberRecord | undefined>;
  /**
   * By name, those that `sees` lets through; looks at no more than 1,000, so a page may be short and yet have a cursor.
   * Throws `InvalidRequest` for a cursor that is not ours.
   */
  list(
    accountId: string,
    filter: { status: MemberStatus; namePrefix?: string | undefined },
    page: PageRequest,
    sees?: (member: Member) => boolean,
  ): Promise<Page<Member>>;
  /**
   * Changes what a member may do, all of it or nothing, if nobody has changed it since it was read.
   * Throws `ChangedMeanwhile`, `LastAdministrator`.
   */
  change(change: MemberChange, stamp: Stamp): Promise<void>;
  /** Removes an onboarding member and their user with all that the steps left; a repeat does nothing. */
  remove(record: MemberRecord): Promise<void>;
  /** Removes an onboarding member with all that the steps left, and leaves the user; a repeat does nothing. */
  leave(record: MemberRecord): Promise<void>;
}

/** What becomes of a member; `before` is what was read, `member` has the next `accessVersion`. */
export interface MemberChange {
  before: MemberRecord;
  member: Member;
  /** The sections that change; `data` undefined takes a restriction away. */
  records: readonly SectionRecord[];
  taken: readonly Use[];
  givenUp: readonly Use[];
  /** By how many the active administrators of the account change. */
  administrators: -1 | 0 | 1;
  /** What becomes of the user's agency role, if anything. */
  agencyRole?: { is: AgencyMembership | undefined };
}

/** The roles, folders and access-control groups of accounts: one document each, with one version. */
export interface Policies {
  /** Of an account that has changed nothing yet: the first policy, version 0. */
  read(accountId: string): Promise<Policy>;
  /**
   * Replaces the policy of version `policy.version - 1`, and with it the version that the account's head names;
   * what is `created` can be used from then on, what is `deleted` must not be in use.
   * Throws `IdempotencyKeyReused`.
   */
  change(
    policy: Policy,
    change: { created?: Use; deleted?: Use },
    stamp: Stamp,
    idempotency?: { key: Idempotency; resultId: string },
  ): Promise<PolicyOutcome>;
  /** Who uses a role, a folder or a group: some of them, by name. */
  users(accountId: string, use: Use, limit: number): Promise<readonly { userId: string; name: string }[]>;
}

export type PolicyOutcome =
  | { outcome: 'changed' }
  | { outcome: 'stale' }
  | { outcome: 'in-use' }
  | { outcome: 'replayed'; replayOf: string };

export interface Agencies {
  /** A repeat changes nothing. */
  create(agency: Agency, stamp: Stamp): Promise<void>;
  read(agencyId: string): Promise<Agency | undefined>;
  /** Every account of the agency, by id. */
  accounts(agencyId: string): Promise<readonly { accountId: string; name: string }[]>;
}

export interface ApiUsers {
  /** Throws `IdempotencyKeyReused`. */
  create(user: ApiUser, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  read(ref: ApiUserRef): Promise<ApiUser | undefined>;
  /** Whichever account it belongs to. */
  find(apiUserId: string): Promise<ApiUser | undefined>;
  list(accountId: string, page: PageRequest): Promise<Page<ApiUser>>;
  /** If nobody has changed it since; `user` has the next version. Throws `ChangedMeanwhile`, `IdempotencyKeyReused`. */
  change(user: ApiUser, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  /** A repeat does nothing. */
  remove(ref: ApiUserRef): Promise<void>;
}

/** Whom access lists name. */
export interface Subjects {
  /** Those of the users and API users who are not of the account. */
  strangers(accountId: string, ids: readonly string[]): Promise<readonly string[]>;
}

export interface ApiUserRef {
  accountId: string;
  apiUserId: string;
}

export interface AccessLists {
  /** An empty list of version 0 where nobody has written one. */
  read(ref: { accountId: string; kind: ListedKind; key: string }): Promise<AccessList>;
  list(accountId: string, page: PageRequest): Promise<Page<AccessList>>;
  /** If nobody has changed it since; `list` has the next version. Throws `ChangedMeanwhile`. */
  write(list: AccessList, stamp: Stamp): Promise<void>;
}

export interface SeatRequest extends MemberRef {
  runId: string;
  kinds: readonly LicenseKind[];
}

export interface Seats {
  /**
   * Takes a seat of every kind, or none, and leaves the step's record; a repeat by the same run does nothing.
   * While someone waits for a kind, newcomers get none of it. Answers `unavailable` with the kinds that were missing.
   * Throws `LicenseNotInPlan`.
   */
  assign(request: SeatRequest, record: SectionRecord, stamp: Stamp): Promise<SeatOutcome>;
  /**
   * Joins the waiting line, unless a seat of any of the missing kinds has meanwhile become free (`available`): then it
   * is worth asking for all of them again. A repeat does nothing.
   */
  wait(
    request: SeatRequest,
    missing: readonly LicenseKind[],
    record: SectionRecord,
    stamp: Stamp,
  ): Promise<'waiting' | 'available'>;
  /** Gives back every seat, or the place in the line; a repeat does nothing. */
  release(request: SeatRequest, stamp: Stamp): Promise<void>;
}

export type SeatOutcome =
  | { outcome: 'assigned' }
  | { outcome: 'unavailable'; missing: readonly LicenseKind[] };

export interface WorkAssignments {
  /** Adds the memberships; a repeat does nothing more. */
  assign(ref: MemberRef, assignments: readonly WorkAssignment[], stamp: Stamp): Promise<void>;
  release(ref: MemberRef, assignments: readonly WorkAssignment[]): Promise<void>;
}

export interface Accounts {
  /** With its place in its agency, if it has one; a repeat changes nothing. Throws `InvalidRequest` without its agency or parent. */
  create(account: Account, pools: readonly Pool[], stamp: Stamp): Promise<void>;
  read(accountId: string): Promise<Account | undefined>;
  readWithPools(accountId: string): Promise<{ account: Account; pools: readonly Pool[] } | undefined>;
}

export interface Users {
  read(userId: string): Promise<User | undefined>;
  /** Marks the first sign-in; a repeat keeps the first time. */
  accept(userId: string, at: string, stamp: Stamp): Promise<void>;
  /** Who has claimed the email, if anybody has; they may still be on their way in. */
  findByEmail(email: string): Promise<string | undefined>;
  /** Tokens from before are refused from now on. */
  signOut(userId: string, at: string, stamp: Stamp): Promise<void>;
}

/** What decides whether a user may do something in an account, read at once and consistently. */
export interface Standing {
  account: Account;
  /** The version of the account's policy. */
  policyVersion: number;
  user?: User | undefined;
  member?: Member | undefined;
  permissions?: Permissions | undefined;
  access?: Access | undefined;
  /** Where the member is whom the request is about. */
  target?: Placed | undefined;
}

export interface Standings {
  /** All in one batch; `undefined` if there is no such account. */
  read(ref: MemberRef, targetId?: string): Promise<Standing | undefined>;
  /** The same for a program. */
  readApiUser(
    ref: ApiUserRef,
    targetId?: string,
  ): Promise<
    (Pick<Standing, 'account' | 'policyVersion' | 'target'> & { apiUser?: ApiUser | undefined }) | undefined
  >;
  /** A person, for requests about themselves. */
  readUser(userId: string): Promise<User | undefined>;
}

/** The sign-in service. */
export interface Identity {
  /** Creates the sign-in without telling anyone; a repeat brings its attributes up to date. Throws `IdentityRefused`. */
  createUser(user: { userId: string; email: string; language: string; firstName: string }): Promise<void>;
  /**
   * Sends the invitation with this temporary password; the newest always works. Throws `IdentityRefused`, `MailNotSent`.
   */
  invite(invitation: { userId: string; temporaryPassword: string; accountName: string }): Promise<void>;
  /** Makes the login ID work for sign-in. Throws `LoginIdTaken`. */
  setLoginId(userId: string, loginId: string): Promise<void>;
  /**
   * Mails the user, at their own address, what lets them choose a new password; until they do, nothing changes. Throws
   * `NoPasswordYet`, `IdentityRefused`, `MailNotSent`, `Busy`.
   */
  resetPassword(userId: string): Promise<void>;
  /** Ends every session of the user: no refresh token works any more. Who is not there any more is signed out. */
  signOut(userId: string): Promise<void>;
  /** A repeat does nothing. */
  removeUser(userId: string): Promise<void>;
}

/** The sign-in of programs; `Identity.removeUser` removes theirs too. */
export interface ApiSignIn {
  /** Creates the sign-in of a program, or gives it a new secret: the one before works no more. A repeat does no harm. */
  setApiSecret(apiUserId: string, secret: string): Promise<void>;
  /** Signs a program in. Throws `BadCredentials`, whatever it is that is wrong. */
  issueToken(apiUserId: string, secret: string): Promise<{ accessToken: string; expiresInSeconds: number }>;
}

/** Mail of our own, besides what the sign-in service sends. */
export interface Mailer {
  /** Throws `MailNotSent`, and `IdentityRefused` when it is the address that is refused. */
  send(mail: { to: string; subject: string; html: string; text: string }): Promise<void>;
}

/** The state machine that takes a run through its steps. */
export interface Workflow {
  /** Starts the execution of this attempt. `ended` when it has run already, to whatever end. */
  start(ref: AttemptRef): Promise<'started' | 'ended'>;
}

export interface Clock {
  now(): Date;
  /** Returns at once when the moment has passed. */
  sleepUntil(moment: Date): Promise<void>;
}

/** Tells operators what happened: a stable code, ids and durations; never personal data. */
export type Log = (code: string, details?: Record<string, string | number | undefined>) => void;

/** All that the use cases need from outside. Each names the few it takes. */
export interface Ports {
  agencies: Agencies;
  apiUsers: ApiUsers;
  accessLists: AccessLists;
  policies: Policies;
  subjects: Subjects;
  runs: Runs;
  replays: Replays;
  members: Members;
  seats: Seats;
  work: WorkAssignments;
  accounts: Accounts;
  users: Users;
  standings: Standings;
  identity: Identity;
  apiSignIn: ApiSignIn;
  mailer: Mailer;
  workflow: Workflow;
  clock: Clock;
  log: Log;
}
