import { StaleAttempt } from '../domain/errors.ts';
import { isOpen, type OpenRun, type Run } from '../domain/run.ts';
import { type SectionRecord, sectionRecord } from '../domain/section-record.ts';
import type { SectionName } from '../domain/steps.ts';
import type { AttemptRef, Ports, Stamp } from './ports.ts';

/** A step's work: it has its effect and leaves the record, so that a repeat by the same run does nothing. */
type Work = (step: { run: OpenRun; record: SectionRecord; stamp: Stamp }) => Promise<void>;

/** The run that an execution is for. Throws `StaleAttempt` when it has moved on without this execution. */
export const atAttempt = (run: Run | undefined, { attempt }: AttemptRef): OpenRun => {
  if (run === undefined || !isOpen(run) || run.status !== 'running' || run.attempt !== attempt) {
    throw new StaleAttempt();
  }
  return run;
};

/** Stamps what a run does with who asked for the run. */
export const stampOf = (run: OpenRun, at: string): Stamp => ({
  at,
  by: run.requestedBy,
  channel: 'run',
  requestId: `${run.runId}-${run.attempt}`,
});

/** Takes a run through the step that consumes a section; a section that was not asked for leaves `skipped`. */
export const takeStep =
  (ports: Pick<Ports, 'runs' | 'clock'>) =>
  (section: SectionName, work: Work) =>
  async (ref: AttemptRef): Promise<void> => {
    const startedAt = ports.clock.now().toISOString();
    const run = atAttempt(await ports.runs.read(ref), ref);
    const data = run.sections[section];
    const endedAt = ports.clock.now().toISOString();
    const state = data === undefined ? 'skipped' : 'done';
    const record = sectionRecord.parse({ section, state, runId: run.runId, startedAt, endedAt, data });
    await work({ run, record, stamp: stampOf(run, endedAt) });
  };
