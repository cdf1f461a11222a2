import { FAILURES, type Failure } from './failures.ts';
import type { AgencyMembership } from './member.ts';
import { type SectionRecord, waitingFor } from './section-record.ts';
import type { Sections } from './sections/index.ts';
import type { WorkAssignment } from './sections/work.ts';
import { type SectionName, STEPS, type StepName } from './steps.ts';

/**
 * A run's states. `running → done` is the usual way; a parked run is `failed`, from which it is resumed (`running`)
 * or discarded (`discarding → discarded`). The run of somebody who has a login already ends `offered`, until they accept
 * (`done`) or decline (`discarding`). Nothing leaves `done` or `discarded`.
 */
export const RUN_STATUSES = ['running', 'failed', 'offered', 'done', 'discarding', 'discarded'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** How a finished run left the member: active, or deactivated for want of a license. */
export const RUN_OUTCOMES = ['active', 'deactivated'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** One execution of the eight steps for one member. Times are RFC 3339. */
export interface Run {
  accountId: string;
  runId: string;
  userId: string;
  /** Who the run is for, as the list of runs shows it. */
  name: string;
  status: RunStatus;
  /** Counts from 1; every resume adds one. The execution's name is `runId-attempt`. */
  attempt: number;
  requestedBy: string;
  /** The folder the member is put in. */
  folderId: string;
  /** Whether the user had a login before: then access is offered to them, and claims nothing. */
  isOffer?: boolean | undefined;
  /** Of the first administrator of an agency: the role they get in it. */
  agencyRole?: Pick<AgencyMembership, 'agencyId' | 'role'> | undefined;
  createdAt: string;
  endedAt?: string | undefined;
  outcome?: RunOutcome | undefined;
  failure?: Failure | undefined;
  /** When the sweeper looks at the run next; absent once it has ended. */
  dueAt?: string | undefined;
  /** The request; removed when the run ends. */
  sections?: Sections | undefined;
  /** What an earlier attempt may have assigned, by a work section that has been corrected since; given back by step 8. */
  formerWork?: readonly WorkAssignment[] | undefined;
}

/** A run that has not ended still has its request. */
export type OpenRun = Run & { sections: Sections };

export const isOpen = (run: Run): run is OpenRun => run.sections !== undefined;

export const executionName = (run: Pick<Run, 'runId' | 'attempt'>): string => `${run.runId}-${run.attempt}`;

export interface StepProgress {
  name: StepName;
  title: string;
  section: SectionName;
  state: 'pending' | 'running' | 'done' | 'skipped' | 'failed';
  startedAt?: string | undefined;
  endedAt?: string | undefined;
}

/** The eight steps of a run as a person sees them, from the run and the section items its steps left. */
export const progressOf = (run: Run, records: readonly SectionRecord[]): readonly StepProgress[] => {
  const left = new Map(
    records.filter((record) => record.runId === run.runId).map((record) => [record.section, record]),
  );
  const failed = run.status === 'failed' ? run.failure?.step : undefined;
  const next = run.status === 'running' ? STEPS.find((step) => !left.has(step.section))?.name : undefined;
  return STEPS.map(({ name, title, section }) => {
    const record = left.get(section);
    if (name === failed) return { name, title, section, state: 'failed' };
    if (record !== undefined) {
      const { state, startedAt, endedAt } = record;
      return { name, title, section, state, startedAt, endedAt };
    }
    return { name, title, section, state: name === next ? 'running' : 'pending' };
  });
};

/** What was asked for of the steps that are not done, while the run is parked: what can be corrected. */
const correctable = (run: Run, records: readonly SectionRecord[]): Partial<Sections> | undefined => {
  if (run.status !== 'failed' || run.sections === undefined) return undefined;
  const asked: Partial<Sections> = { ...run.sections };
  for (const { runId, section } of records) if (runId === run.runId) delete asked[section];
  return asked;
};

/** A run as a person follows it: its steps, why it failed and what to do, what the member waits for. */
export const followed = (run: Run, records: readonly SectionRecord[]) => ({
  ...summarised(run),
  sections: correctable(run, records),
  waitingFor: waitingFor(records),
  steps: progressOf(run, records),
});

export type FollowedRun = ReturnType<typeof followed>;

/** A run as the list of runs shows it. */
export const summarised = (run: Run) => ({
  ...run,
  failure: run.failure === undefined ? undefined : { ...run.failure, ...FAILURES[run.failure.code] },
});
