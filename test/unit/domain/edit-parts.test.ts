import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editParts } from '../../../core/domain/edit-parts.ts';
import { newId } from '../../../core/domain/ids.ts';
import { replaced, stakesOf } from '../../../core/domain/member-stakes.ts';
import { recordOf, type SectionRecord, withData } from '../../../core/domain/section-record.ts';
import { WORK_KINDS, workField } from '../../../core/domain/sections/work.ts';
import { NOW } from '../../ports/samples.ts';

const record = (section: 'work' | 'employee' | 'dialing', data: object): SectionRecord =>
  withData({ section, state: 'done', runId: newId('run'), startedAt: NOW, endedAt: NOW }, section, data, NOW);

const key = fc.integer({ min: 1, max: 130 }).map((n) => `k${n}`);
const keys = fc.uniqueArray(key, { maxLength: 100 });
const work = fc
  .record(Object.fromEntries(WORK_KINDS.map((kind) => [workField(kind), keys])))
  .map((data) => record('work', data));
const employee = fc
  .uniqueArray(key, { minLength: 1, maxLength: 20 })
  .map((agentStatuses) => record('employee', { agentStatuses }));
const dialing = fc.uniqueArray(key, { maxLength: 20 }).map((campaigns) =>
  record('dialing', {
    callRecording: {
      inboundPercent: 1,
      outboundPercent: 1,
      campaigns: campaigns.map((campaign) => ({ campaign, percent: 1 })),
    },
  }),
);
const all = fc.tuple(work, employee, dialing).map((records): readonly SectionRecord[] => records);

/** What head, user, claims on three names and the names of uses take besides. */
const OTHERS = 1 + 1 + 6 + 2 + 23;

const operationsOf = (before: readonly SectionRecord[], records: readonly SectionRecord[]): number => {
  const { settings, work: assigned, files } = stakesOf(before, records);
  const taken = settings.taken.length + assigned.taken.length + files.taken.length;
  const givenUp = settings.givenUp.length + assigned.givenUp.length + files.givenUp.length;
  return records.length + 2 * taken + givenUp;
};

describe('the parts of an edit', () => {
  it('lead one after the other to just what was asked for, and each fits a transaction', () => {
    fc.assert(
      fc.property(all, all, (before, wanted) => {
        let records = before;
        for (const part of editParts(before, wanted)) {
          expect(operationsOf(records, part) + OTHERS).toBeLessThanOrEqual(100);
          records = replaced(records, part);
        }
        for (const one of wanted) expect(recordOf(records, one.section)).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  it('are one where all fits', () => {
    const before = [record('work', { queues: ['support'] }), record('employee', { title: 'Agent' })];
    const wanted = [record('work', { queues: ['billing'] }), record('employee', { title: 'Lead' })];
    expect(editParts(before, wanted)).toEqual([wanted]);
  });
});
