import { describe, expect, it } from 'vitest';
import { RunNotFailed } from '../../../core/domain/errors.ts';
import { placeOfRun } from '../../../core/domain/ids.ts';
import { WORK_STATES } from '../../../core/domain/steps.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { sweepRuns } from '../../../core/usecases/sweep-runs.ts';
import { furnish, namedIn } from '../../ports/asset-samples.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { countCalls, crashingAt, momentsIn } from '../../ports/intercepted.ts';
import { fullRequest, given, stampAt } from '../../ports/samples.ts';
import { Crash, execute, takeState } from '../../ports/state-machine.ts';

const ASKED = fullRequest({ permissions: { role: 'administrator' }, licenses: { kinds: ['lmp', 'voip'] } });

const office = async (purchased = { lmp: 1, voip: 1 }) => {
  const world = inMemory();
  const accountId = await given(world.ports).account(purchased);
  await furnish(world.ports, accountId, namedIn(ASKED));
  const before = structuredClone(world.database);
  const run = await given(world.ports).run(accountId, ASKED);
  return { ...world, before, run };
};

type Office = Awaited<ReturnType<typeof office>>;

/** The database without what tells one try from another: ids, which are new each time, and temporary passwords. */
const imageOf = ({ database, run }: Pick<Office, 'database' | 'run'>): unknown => {
  const { runs: _, ...rest } = database;
  const text = JSON.stringify(
    Object.entries(rest).map(([name, collection]) => [name, [...collection.entries()]]),
  );
  const { accountId, runId, userId } = run;
  const names = { account: accountId, run: runId, user: userId, place: placeOfRun(runId) };
  const named = Object.entries(names).reduce((left, [name, id]) => left.replaceAll(id, name), text);
  return JSON.parse(named.replaceAll(/"temporaryPassword":"[^"]+"/g, '"temporaryPassword":""'));
};

const withoutRuns = ({ database }: Pick<World, 'database'>) => ({ ...database, runs: undefined });

/** Takes the run to its end as the state machine does: a state whose process dies is taken again. */
const executeWithRetries = async (at: Office, dying: World['ports']): Promise<void> => {
  for (const state of WORK_STATES) {
    await takeState(dying, state, at.run).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      return takeState(at.ports, state, at.run);
    });
  }
};

const CALLS = await (async () => {
  const at = await office();
  return countCalls(at.ports, (ports) => execute(ports, at.run));
})();

describe('a step whose process dies and that is taken again', () => {
  it.each([
    ['with seats to have', { lmp: 1, voip: 1 }],
    ['without', { lmp: 0, voip: 1 }],
  ])('does nothing twice, whenever it died, %s', async (_, purchased) => {
    const undisturbed = await office(purchased);
    await execute(undisturbed.ports, undisturbed.run);
    const calls = await (async () => {
      const at = await office(purchased);
      return countCalls(at.ports, (ports) => execute(ports, at.run));
    })();
    expect(calls).toBeGreaterThan(20);
    for (const { call, when } of momentsIn(calls)) {
      const at = await office(purchased);
      await executeWithRetries(at, crashingAt(at.ports, call, when));
      expect({ call, when, image: imageOf(at) }).toEqual({ call, when, image: imageOf(undisturbed) });
      expect(await at.ports.runs.read(at.run)).toMatchObject({ status: 'done' });
    }
  });

  it.each(WORK_STATES)('does nothing twice when %s is taken twice', async (state) => {
    const at = await office();
    for (const before of WORK_STATES.slice(0, WORK_STATES.indexOf(state))) {
      await takeState(at.ports, before, at.run);
    }
    await takeState(at.ports, state, at.run);
    const once = structuredClone(at.database);
    await takeState(at.ports, state, at.run);
    expect(at.database).toEqual(once);
  });
});

describe('a discard', () => {
  it('undoes a run wherever it failed: nothing is left but the run’s own record', async () => {
    for (const { call, when } of momentsIn(CALLS)) {
      const at = await office();
      await execute(crashingAt(at.ports, call, when), at.run, at.ports);
      if (call === CALLS - 1 && when === 'after') {
        // The run had ended when the process died: its user works, and nothing may undo that.
        await expect(discardOnboarding(at.ports)(at.run, stampAt())).rejects.toThrow(RunNotFailed);
        expect((await at.ports.members.read(at.run))?.member.status).toBe('active');
      } else {
        const discarded = await discardOnboarding(at.ports)(at.run, stampAt());
        expect({ call, when, status: discarded.status, sections: discarded.sections }).toEqual({
          call,
          when,
          status: 'discarded',
          sections: undefined,
        });
        expect(withoutRuns(at)).toEqual({ ...at.before, runs: undefined });
      }
    }
  });

  it('that is cut off is finished by a repeat, or by the sweeper, whenever it was', async () => {
    const failed = async () => {
      const at = await office();
      const down = { ...at.ports.runs, finish: () => Promise.reject(new Crash()) };
      await execute({ ...at.ports, runs: down }, at.run, at.ports);
      return at;
    };
    const first = await failed();
    const calls = await countCalls(first.ports, (ports) => discardOnboarding(ports)(first.run, stampAt()));
    for (const { call, when } of momentsIn(calls)) {
      for (const finisher of ['repeat', 'sweeper'] as const) {
        const at = await failed();
        const dying = crashingAt(at.ports, call, when);
        await expect(discardOnboarding(dying)(at.run, stampAt())).rejects.toThrow(Crash);
        const hasBegun = (await at.ports.runs.read(at.run))?.status !== 'failed';
        at.moveClock(61_000);
        const isDiscarded = (await at.ports.runs.read(at.run))?.status === 'discarded';
        if (finisher === 'sweeper' && hasBegun) await sweepRuns(at.ports)('req');
        else if (!isDiscarded) await discardOnboarding(at.ports)(at.run, stampAt());
        expect(await at.ports.runs.read(at.run)).toMatchObject({ status: 'discarded' });
        expect(withoutRuns(at)).toEqual({ ...at.before, runs: undefined });
      }
    }
  });
});
