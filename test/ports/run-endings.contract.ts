import { describe, expect, it } from 'vitest';
import { RunNotFailed } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { fullRequest, given, idempotency, LATER, request, stampAt } from './samples.ts';
import { seating } from './seat-samples.ts';
import type { OpenStore } from './store.ts';

const FAILURE = { step: 'SetMessaging', code: 'busy', detail: 'Too busy.' } as const;
const ACTIVE = { outcome: 'active', administrator: false } as const;

export const runEndingsContract = (open: OpenStore): void => {
  describe('runs that are parked', () => {
    it('AP-55 parks a running run with its failure, and keeps the request', async () => {
      const { ports } = open();
      const run = await given(ports).run();
      await ports.runs.park(run, FAILURE, LATER, stampAt());
      expect(await ports.runs.read(run)).toEqual({
        ...run,
        status: 'failed',
        failure: FAILURE,
        dueAt: LATER,
      });
    });

    it('AP-55 does nothing for a run that is parked already, or for an older attempt', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      await ports.runs.park(run, FAILURE, LATER, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ failure: { step: 'AssignLicenses' } });
      await ports.runs.resume(run, run, LATER, stampAt());
      await ports.runs.park({ ...run, attempt: 1 }, FAILURE, LATER, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'running', attempt: 2 });
    });
  });

  describe('runs that finish', () => {
    it('AP-56 A-11 ends the run without its request, and makes its member active and invited', async () => {
      const { ports, activeAdministrators } = open();
      const run = await given(ports).member(await given(ports).account(), fullRequest());
      await ports.runs.finish(run, { ...ACTIVE, invitedAt: LATER }, stampAt(LATER));
      const { sections: _, ...ended } = run;
      expect(await ports.runs.read(run)).toEqual({
        ...ended,
        status: 'done',
        outcome: 'active',
        endedAt: LATER,
      });
      expect((await ports.members.read(run))?.member).toMatchObject({ status: 'active', invitedAt: LATER });
      expect(await activeAdministrators(run.accountId)).toBe(0);
    });

    it('AP-56 D-9 leaves a member who was not invited without a time of it', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      await ports.runs.finish(run, ACTIVE, stampAt());
      expect((await ports.members.read(run))?.member.invitedAt).toBeUndefined();
    });

    it('AP-56 A-10 deactivates a member for want of a license, with the reason', async () => {
      const { ports } = open();
      const run = await given(ports).member(await given(ports).account({ lmp: 0 }));
      await seating(ports).wait(run);
      await ports.runs.finish(run, { outcome: 'deactivated', deactivationReason: 'no-license' }, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'done', outcome: 'deactivated' });
      expect((await ports.members.read(run))?.member).toMatchObject({
        status: 'deactivated',
        deactivationReason: 'no-license',
      });
    });

    it('AP-56 counts an active administrator once, however often it is repeated', async () => {
      const { ports, activeAdministrators } = open();
      const run = await given(ports).member(await given(ports).account());
      await ports.runs.finish(run, { outcome: 'active', administrator: true }, stampAt());
      await ports.runs.finish(run, { outcome: 'active', administrator: true }, stampAt(LATER));
      expect(await activeAdministrators(run.accountId)).toBe(1);
      expect(await ports.runs.read(run)).not.toMatchObject({ endedAt: LATER });
    });

    it('AP-56 does nothing for an older attempt', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      await ports.runs.park(run, FAILURE, LATER, stampAt());
      await ports.runs.resume({ ...run, status: 'failed' }, run, LATER, stampAt());
      await ports.runs.finish(run, ACTIVE, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'running', attempt: 2 });
      expect((await ports.members.read(run))?.member.status).toBe('onboarding');
    });

    it('AP-56 ends nothing half: without a member to activate, or an account to count in, the run goes on', async () => {
      const { ports } = open();
      const memberless = await given(ports).run();
      await expect(ports.runs.finish(memberless, ACTIVE, stampAt())).rejects.toMatchObject({ code: 'busy' });
      const accountless = await given(ports).member(newId('account'));
      await expect(
        ports.runs.finish(accountless, { outcome: 'active', administrator: true }, stampAt()),
      ).rejects.toMatchObject({ code: 'busy' });
      expect(await ports.runs.read(memberless)).toMatchObject({ status: 'running' });
      expect(await ports.runs.read(accountless)).toMatchObject({ status: 'running' });
    });
  });

  describe('runs that are discarded', () => {
    it('AP-58 begins to discard a failed run, once under one key', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      const key = idempotency();
      expect(await ports.runs.beginDiscard(run, LATER, stampAt(), key)).toEqual({});
      expect(await ports.runs.beginDiscard(run, LATER, stampAt(), key)).toEqual({ replayOf: run.runId });
      expect(await ports.runs.read(run)).toMatchObject({ status: 'discarding', dueAt: LATER });
    });

    it('AP-58 refuses a run that has not failed, is being discarded, or was resumed meanwhile', async () => {
      const { ports } = open();
      const running = await given(ports).run();
      await expect(ports.runs.beginDiscard(running, LATER, stampAt())).rejects.toThrow(RunNotFailed);
      const failed = await given(ports).failedRun();
      await ports.runs.beginDiscard(failed, LATER, stampAt());
      await expect(ports.runs.beginDiscard(failed, LATER, stampAt())).rejects.toThrow(RunNotFailed);
      const resumed = await given(ports).failedRun();
      await ports.runs.resume(resumed, resumed, LATER, stampAt());
      await ports.runs.park({ ...resumed, attempt: 2 }, FAILURE, LATER, stampAt());
      await expect(ports.runs.beginDiscard(resumed, LATER, stampAt())).rejects.toThrow(RunNotFailed);
    });

    it('AP-59 ends a discard: the request goes, and email and login ID are free again', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      await ports.runs.beginDiscard(run, LATER, stampAt());
      await ports.runs.endDiscard(run, stampAt(LATER));
      const found = await ports.runs.read(run);
      expect(found).toMatchObject({ status: 'discarded', endedAt: LATER });
      expect(found?.sections).toBeUndefined();
      expect(found?.dueAt).toBeUndefined();
      await expect(given(ports).run(run.accountId, run.sections)).resolves.toBeDefined();
    });

    it('AP-59 does nothing when repeated, nor takes a claim that somebody else has made since', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      await ports.runs.beginDiscard(run, LATER, stampAt());
      await ports.runs.endDiscard(run, stampAt());
      await given(ports).run(run.accountId, run.sections);
      await ports.runs.endDiscard(run, stampAt(LATER));
      expect(await ports.runs.read(run)).not.toMatchObject({ endedAt: LATER });
      await expect(given(ports).run(run.accountId, run.sections)).rejects.toThrow();
    });

    it('AP-59 does nothing for a run that nobody discards', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun(newId('account'), request());
      await ports.runs.endDiscard(run, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'failed' });
      await expect(given(ports).run(run.accountId, run.sections)).rejects.toThrow();
    });
  });
};
