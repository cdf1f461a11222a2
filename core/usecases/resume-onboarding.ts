import { NotFound, RunNotFailed, StepAlreadyDone } from '../domain/errors.ts';
import { fileReferences } from '../domain/references.ts';
import { isOpen, type OpenRun, type Run } from '../domain/run.ts';
import type { SectionRecord } from '../domain/section-record.ts';
import type { Sections } from '../domain/sections/index.ts';
import { assignmentsOf, distinct } from '../domain/sections/work.ts';
import { SECTION_NAMES, type SectionName, stepOf } from '../domain/steps.ts';
import type { Idempotency, Ports, RunRef, Stamp } from './ports.ts';
import type { Known } from './refuse-onboarding.ts';
import { LOST_START_MILLISECONDS, later } from './run-deadlines.ts';
import { namingSections } from './section-faults.ts';
import { startExecution } from './start-execution.ts';

type Needs = Pick<Ports, 'runs' | 'replays' | 'members' | 'workflow' | 'clock' | 'log'>;

/** Refuses the request as corrected to whoever may not ask for it: resuming a run gives as much as starting it. */
type Permit = (sections: Sections, known: Known) => Promise<void>;

type Corrections = { [Section in SectionName]?: Sections[Section] | undefined };

const refuseDoneSections = (run: Run, records: readonly SectionRecord[], corrections: Corrections): void => {
  const left = records.filter((record) => record.runId === run.runId).map((record) => record.section);
  const refused = SECTION_NAMES.filter((name) => corrections[name] !== undefined && left.includes(name));
  if (refused.length === 0) return;
  throw new StepAlreadyDone(
    refused.map(stepOf),
    refused.map((name) => ({ pointer: `/sections/${name}`, detail: 'belongs to a step that is done' })),
  );
};

const corrected = (sections: Sections, corrections: Corrections): Sections => ({
  profile: corrections.profile ?? sections.profile,
  licenses: corrections.licenses ?? sections.licenses,
  employee: corrections.employee ?? sections.employee,
  permissions: corrections.permissions ?? sections.permissions,
  messaging: corrections.messaging ?? sections.messaging,
  dialing: corrections.dialing ?? sections.dialing,
  access: corrections.access ?? sections.access,
  work: corrections.work ?? sections.work,
});

/** The step assigns in batches, so it may have failed half-way: what it must give back has to be remembered. */
const formerWork = ({ sections, formerWork: before = [] }: OpenRun, corrections: Corrections) =>
  corrections.work === undefined || sections.work === undefined
    ? before
    : distinct([...before, ...assignmentsOf(sections.work)]);

const resume =
  (ports: Needs) =>
  async (
    run: Run,
    corrections: Corrections,
    permit: Permit,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<void> => {
    if (run.status !== 'failed' || !isOpen(run)) throw new RunNotFailed();
    const left = await ports.members.read(run);
    refuseDoneSections(run, left?.records ?? [], corrections);
    const request = {
      sections: corrected(run.sections, corrections),
      formerWork: formerWork(run, corrections),
    };
    await permit(request.sections, {
      done: namingSections(left?.records ?? []),
      files: fileReferences(run.sections).map(({ fileId }) => fileId),
    });
    const due = later(ports.clock, LOST_START_MILLISECONDS);
    const { replayOf } = await ports.runs.resume(run, request, due, stamp, idempotency);
    if (replayOf === undefined) await startExecution(ports)({ ...run, attempt: run.attempt + 1 });
  };

/**
 * Lets a failed run go on from the step that failed, with sections corrected. Steps that are done stay done: each
 * finds its own record when the execution passes it again.
 * Throws `NotFound`, `RunNotFailed`, `StepAlreadyDone`, `UserExists`, `LoginIdTaken`, `IdempotencyKeyReused`,
 * `ChangedMeanwhile`, and whatever `permit` throws.
 */
export const resumeOnboarding =
  (ports: Needs) =>
  async (
    ref: RunRef,
    corrections: Corrections,
    permit: Permit,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<Run> => {
    const run = await ports.runs.read(ref);
    if (run === undefined) throw new NotFound();
    const replayOf = idempotency && (await ports.replays.find(idempotency));
    if (replayOf === undefined) await resume(ports)(run, corrections, permit, stamp, idempotency);
    return (await ports.runs.read(ref)) ?? run;
  };
