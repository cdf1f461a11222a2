import { describe, expect, it } from 'vitest';
import { FAILURE_CODES, FAILURES, isFailureCode } from '../../../core/domain/failures.ts';
import { newId } from '../../../core/domain/ids.ts';
import { executionName, followed, isOpen, progressOf, type Run } from '../../../core/domain/run.ts';
import { recordOf, type SectionRecord, waitingFor, withData } from '../../../core/domain/section-record.ts';
import { SECTION_NAMES, STEP_NAMES, STEPS, stepNumber, stepOf } from '../../../core/domain/steps.ts';
import { fullRequest, LATER, newRun, recordOfRun, request } from '../../ports/samples.ts';

const run = newRun(newId('account'), fullRequest());
const statesOf = (of: Run, records: readonly SectionRecord[]) =>
  progressOf(of, records).map(({ state }) => state);
const first = (count: number) => SECTION_NAMES.slice(0, count).map((section) => recordOfRun(run, section));

describe('A-27 the steps', () => {
  it('run in the order of the catalogue, A-1 to A-8', () => {
    expect(STEP_NAMES).toEqual([
      'CreateProfile',
      'AssignLicenses',
      'UpdateEmployeeProfile',
      'SetPermissions',
      'SetMessaging',
      'SetDialingRules',
      'RestrictAccess',
      'AssignWork',
    ]);
    expect(SECTION_NAMES.map(stepNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(SECTION_NAMES.map(stepOf)).toEqual(STEP_NAMES);
  });
});

describe('A-27 X-1 the progress of a run', () => {
  it.each(STEPS.map((_, index) => index))(
    'has %i steps done, the next one running, the others pending',
    (done) => {
      const expected = STEPS.map((_, index) =>
        index < done ? 'done' : index === done ? 'running' : 'pending',
      );
      expect(statesOf(run, first(done))).toEqual(expected);
    },
  );

  it('has every step done before Activate', () => {
    expect(new Set(statesOf(run, first(8)))).toEqual(new Set(['done']));
  });

  it('shows a step that was not asked for as skipped', () => {
    const small = newRun(run.accountId, request());
    const records = SECTION_NAMES.map((section) => recordOfRun(small, section));
    expect(statesOf(small, records)).toEqual([
      'done',
      'done',
      'skipped',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  it('shows where a parked run failed, with nothing running', () => {
    const failure = { step: 'SetMessaging', code: 'busy', detail: '' } as const;
    expect(statesOf({ ...run, status: 'failed', failure }, first(4))).toEqual([
      'done',
      'done',
      'done',
      'done',
      'failed',
      'pending',
      'pending',
      'pending',
    ]);
    const atTheEnd = { ...run, status: 'failed', failure: { ...failure, step: 'Activate' } } as const;
    expect(new Set(statesOf(atTheEnd, first(8)))).toEqual(new Set(['done']));
  });

  it.each(['done', 'discarding', 'discarded'] as const)(
    'has nothing running in a run that is %s',
    (status) => {
      expect(statesOf({ ...run, status }, [])).toEqual(STEPS.map(() => 'pending'));
    },
  );

  it('counts only what this very run has left', () => {
    const others = first(3).map((record) => ({ ...record, runId: newId('run') }));
    expect(statesOf(run, others)[0]).toBe('running');
  });

  it('tells when each step began and ended', () => {
    const { startedAt, endedAt } = recordOfRun(run, 'profile');
    expect(progressOf(run, first(1))[0]).toMatchObject({ startedAt, endedAt });
    // Whoever edits the profile afterwards makes no step slower.
    const edited = withData(recordOfRun(run, 'employee'), 'employee', { title: 'Lead' }, LATER);
    expect(progressOf(run, [edited])[2]).toMatchObject({ startedAt, endedAt });
  });
});

describe('X-1 a run as a person follows it', () => {
  it('says why it failed and what to do about it', () => {
    const failure = {
      step: 'AssignLicenses',
      code: 'no-free-seat',
      detail: 'No free license of: lmp.',
    } as const;
    expect(followed({ ...run, status: 'failed', failure }, []).failure).toEqual({
      ...failure,
      ...FAILURES['no-free-seat'],
    });
    expect(followed(run, []).failure).toBeUndefined();
  });

  it('says what was asked for of the steps that are not done, only while it is parked', () => {
    const parked = { ...run, status: 'failed' } as const;
    expect(followed(parked, first(2)).sections).toEqual(
      Object.fromEntries(Object.entries(run.sections ?? {}).slice(2)),
    );
    expect(followed(run, first(2)).sections).toBeUndefined();
    const { sections: _, ...ended } = parked;
    expect(followed(ended, []).sections).toBeUndefined();
  });

  it('A-10 says what the member waits for', () => {
    const record = recordOfRun(run, 'licenses');
    if (record.section !== 'licenses') throw new Error('That is another section.');
    expect(followed(run, [{ ...record, waitingFor: ['lmp'] }]).waitingFor).toEqual(['lmp']);
    expect(waitingFor([record])).toBeUndefined();
    expect(recordOf([record], 'licenses')).toBe(record);
    expect(recordOf([record], 'work')).toBeUndefined();
  });

  it('has a reason and a remedy for every failure there is', () => {
    expect([...FAILURE_CODES].sort()).toEqual(Object.keys(FAILURES).sort());
    for (const { reason, remedy } of Object.values(FAILURES)) expect(reason && remedy).toMatch(/\.$/);
    expect(isFailureCode('busy')).toBe(true);
    expect(isFailureCode('toString')).toBe(false);
  });

  it('is open as long as its request is there, and its execution is named after the attempt', () => {
    const { sections: _, ...ended } = run;
    expect([isOpen(run), isOpen(ended)]).toEqual([true, false]);
    expect(executionName({ ...run, attempt: 2 })).toBe(`${run.runId}-2`);
  });
});
