import type { Failure } from '../../domain/failures.ts';
import type { DeactivationReason } from '../../domain/member.ts';
import type { OpenRun, Run, RunStatus } from '../../domain/run.ts';
import type { AttemptRef, RunRef } from './refs.ts';
import type { Effect, Idempotency, Page, PageRequest, Stamp } from './stamp.ts';

/** How a run ends for its member: active, and invited or not (A-11, D-9), or deactivated for want of a license. */
export type RunEnding =
  | { outcome: 'active'; administrator: boolean; invitedAt?: string | undefined }
  | { outcome: 'deactivated'; deactivationReason: DeactivationReason };

/** The runs of all accounts. Every change names the states it may start from, and the store enforces it. */
export interface Runs {
  /**
   * Claims the email, the login ID (of an offer: the place in the account) and the extension, takes the folder, role and
   * groups into use, and stores the run; or does nothing. Throws `UserExists`, `LoginIdTaken`, `ExtensionTaken` (with the
   * faults of all that is taken), `AlreadyMember`, `IdempotencyKeyReused`, and `ChangedMeanwhile` when a folder, role or
   * group has been deleted.
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
   * `failed → running`, one attempt more, with the request as corrected; claims follow a corrected email, login ID or
   * extension, uses a corrected folder, role or group.
   * Throws `RunNotFailed`, `UserExists`, `LoginIdTaken`, `ExtensionTaken`, `IdempotencyKeyReused`, `ChangedMeanwhile`.
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
   * `running → done` (of an offer: `offered → done`), and the request is removed; with it the member leaves
   * `onboarding`, and an active administrator is counted: so no run that can still be discarded has a member who works
   * already. A repeat, or one for an older attempt, does nothing.
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
