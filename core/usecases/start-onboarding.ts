import type { Authority } from '../domain/authorization/authority.ts';
import { UserExists } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import type { OpenRun, Run } from '../domain/run.ts';
import type { Sections } from '../domain/sections/index.ts';
import { fullName } from '../domain/sections/profile.ts';
import { knowPerson } from './know-person.ts';
import type { Idempotency, Ports, Stamp } from './ports.ts';
import { refuseOnboarding } from './refuse-onboarding.ts';
import { LOST_START_MILLISECONDS, later } from './run-deadlines.ts';
import { startExecution } from './start-execution.ts';

/**
 * Claims the email and the login ID for a new user and stores the run, for its execution to begin. The claims are made
 * here, at the door, so that of many requests for one email the others learn it at once.
 * Throws `UserExists`, `LoginIdTaken`, `AlreadyMember`, `IdempotencyKeyReused`, `ChangedMeanwhile`.
 */
export const acceptOnboarding =
  ({ runs, clock }: Pick<Ports, 'runs' | 'clock'>) =>
  async (
    accountId: string,
    sections: Sections,
    stamp: Stamp,
    idempotency?: Idempotency,
    more: Partial<Pick<OpenRun, 'userId' | 'isOffer' | 'agencyRole'>> = {},
  ): Promise<{ run: Run; isReplay: boolean }> => {
    const run: OpenRun = {
      accountId,
      runId: newId('run'),
      userId: newId('user'),
      name: fullName(sections.profile),
      status: 'running',
      attempt: 1,
      requestedBy: stamp.by,
      folderId: sections.profile.folderId,
      createdAt: stamp.at,
      sections,
      ...more,
    };
    const { replayOf } = await runs.start(run, later(clock, LOST_START_MILLISECONDS), stamp, idempotency);
    if (replayOf === undefined) return { run, isReplay: false };
    return { run: (await runs.read({ accountId, runId: replayOf })) ?? run, isReplay: true };
  };

/** What it takes to begin a run, wherever it is asked for. */
export type OnboardingNeeds = Pick<
  Ports,
  | 'runs'
  | 'users'
  | 'accounts'
  | 'members'
  | 'subjects'
  | 'accessLists'
  | 'assets'
  | 'files'
  | 'workflow'
  | 'clock'
  | 'log'
>;

/** Says who has the email already, to callers who may know (D-32). */
const showingWho =
  (ports: OnboardingNeeds) =>
  async (error: unknown, accountId: string, email: string): Promise<unknown> =>
    error instanceof UserExists
      ? new UserExists(error.faults, await knowPerson(ports)(accountId, email))
      : error;

/** Accepts a new user and starts their run. Throws what `acceptOnboarding` throws, and what `refuseOnboarding` does. */
export const startOnboarding =
  (ports: OnboardingNeeds) =>
  async (authority: Authority, sections: Sections, stamp: Stamp, idempotency?: Idempotency): Promise<Run> => {
    const { accountId } = authority;
    await refuseOnboarding(ports)(authority, sections, '');
    try {
      const { run, isReplay } = await acceptOnboarding(ports)(accountId, sections, stamp, idempotency);
      if (!isReplay) await startExecution(ports)(run);
      return run;
    } catch (error) {
      throw await showingWho(ports)(error, accountId, sections.profile.email);
    }
  };
