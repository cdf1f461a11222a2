import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { given, LATER, NOW, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const BEFORE = '2026-06-01T08:59:59.999Z';

/** The index of what is due is shared by all accounts, and so by all tests: each looks for its own runs in it. */
const dueIn = async ({ runs }: Pick<Ports, 'runs'>, accountId: string, now = NOW): Promise<string[]> => {
  const refs = await runs.due(now, 1000);
  return refs.filter((ref) => ref.accountId === accountId).map(({ runId }) => runId);
};

export const dueRunsContract = (open: OpenStore): void => {
  describe('runs that are due', () => {
    it('AP-52 finds a run from the very time at which it is due', async () => {
      const { ports } = open();
      const { accountId, runId } = await given(ports).run(newId('account'), request(), NOW);
      expect(await dueIn(ports, accountId, BEFORE)).toEqual([]);
      expect(await dueIn(ports, accountId)).toEqual([runId]);
    });

    it('AP-52 answers the oldest first, and no more than asked for', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const third = await given(ports).run(accountId, request(), '1999-01-01T00:00:03.000Z');
      const first = await given(ports).run(accountId, request(), '1999-01-01T00:00:01.000Z');
      const second = await given(ports).run(accountId, request(), '1999-01-01T00:00:02.000Z');
      expect(await dueIn(ports, accountId)).toEqual([first.runId, second.runId, third.runId]);
      expect(await ports.runs.due('1999-01-01T00:00:09.000Z', 2)).toHaveLength(2);
    });

    it('AP-52 no longer finds a run that has ended', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const done = await given(ports).member(accountId);
      await ports.runs.finish(done, { outcome: 'active', administrator: false }, stampAt());
      const discarded = await given(ports).failedRun(accountId);
      await ports.runs.beginDiscard(discarded, NOW, stampAt());
      expect(await dueIn(ports, accountId, LATER)).toEqual([discarded.runId]);
      await ports.runs.endDiscard(discarded, stampAt());
      expect(await dueIn(ports, accountId, LATER)).toEqual([]);
    });

    it('AP-57 puts a running run off', async () => {
      const { ports } = open();
      const run = await given(ports).run(newId('account'), request(), NOW);
      await ports.runs.postpone(run, LATER);
      expect(await dueIn(ports, run.accountId)).toEqual([]);
      expect(await dueIn(ports, run.accountId, LATER)).toEqual([run.runId]);
    });

    it('AP-57 does nothing for a run that has moved on', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      await ports.runs.postpone(run, '2030-01-01T00:00:00.000Z');
      await ports.runs.resume(run, run, NOW, stampAt());
      await ports.runs.postpone({ ...run, attempt: 1 }, '2030-01-01T00:00:00.000Z');
      expect(await dueIn(ports, run.accountId)).toEqual([run.runId]);
    });
  });
};
