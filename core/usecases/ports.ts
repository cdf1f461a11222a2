import type { Account } from '../domain/account.ts';
import type { Failure } from '../domain/failures.ts';
import type { LicenseKind, Pool } from '../domain/licenses.ts';
import type { DeactivationReason, Member, MemberStatus, User } from '../domain/member.ts';
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
  /** Claims the email and the login ID and stores the run, or does nothing. Throws `UserExists`, `LoginIdTaken`, `IdempotencyKeyReused`. */
  start(run: OpenRun, due: string, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  read(ref: RunRef): Promise<Run | undefined>;
  /** Newest first. Throws `InvalidRequest` for a cursor that is not ours. */
  list(accountId: string, status: RunStatus | undefined, page: PageRequest): Promise<Page<Run>>;
  /**
   * `failed → running`, one attempt more, with the request as corrected; claims follow a corrected email or login ID.
   * Throws `RunNotFailed`, `UserExists`, `LoginIdTaken`, `IdempotencyKeyReused`.
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
  /**
   * `running → done`, and the request is removed; with it the member leaves `onboarding`, and an active administrator
   * is counted: so no run that can still be discarded has a member who works already. A repeat, or one for an older
   * attempt, does nothing.
   */
  finish(run: OpenRun, ending: RunEnding, stamp: Stamp): Promise<void>;
  /** `failed → discarding`. Throws `RunNotFailed`, `IdempotencyKeyReused`. */
  beginDiscard(run: Run, due: string, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  /** `discarding → discarded`: both claims go, and so does the request; a repeat does nothing. */
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
  read(ref: MemberRef): Promise<MemberRecord | undefined>;
  /** By name. Throws `InvalidRequest` for a cursor that is not ours. */
  list(
    accountId: string,
    filter: { status: MemberStatus; namePrefix?: string | undefined },
    page: PageRequest,
  ): Promise<Page<Member>>;
  /** Removes an onboarding member and their user with all that the steps left; a repeat does nothing. */
  remove(record: MemberRecord): Promise<void>;
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
  /** A repeat changes nothing. */
  create(account: Account, pools: readonly Pool[], stamp: Stamp): Promise<void>;
  read(accountId: string): Promise<Account | undefined>;
  readWithPools(accountId: string): Promise<{ account: Account; pools: readonly Pool[] } | undefined>;
}

export interface Users {
  read(userId: string): Promise<User | undefined>;
  /** Marks the first sign-in; a repeat keeps the first time. */
  accept(userId: string, at: string, stamp: Stamp): Promise<void>;
}

/** What decides whether a user may do something in an account, read at once and consistently. */
export interface Standing {
  account: Account;
  member: Member;
  permissions?: Permissions | undefined;
  access?: Access | undefined;
}

export interface Standings {
  read(ref: MemberRef): Promise<Standing | undefined>;
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
  /** A repeat does nothing. */
  removeUser(userId: string): Promise<void>;
}

/** The state machine that takes a run through its steps. */
export interface Workflow {
  /** Starts the execution of this attempt. `ended` when it has run already, to whatever end. */
  start(ref: AttemptRef): Promise<'started' | 'ended'>;
}

export interface Clock {
  now(): Date;
}

/** Tells operators what happened: a stable code, ids and durations; never personal data. */
export type Log = (code: string, details?: Record<string, string | number | undefined>) => void;

/** All that the use cases need from outside. Each names the few it takes. */
export interface Ports {
  runs: Runs;
  replays: Replays;
  members: Members;
  seats: Seats;
  work: WorkAssignments;
  accounts: Accounts;
  users: Users;
  standings: Standings;
  identity: Identity;
  workflow: Workflow;
  clock: Clock;
  log: Log;
}
