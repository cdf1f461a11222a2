import { describe, expect, it } from 'vitest';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { startOnboarding } from '../../../core/usecases/start-onboarding.ts';
import { sweepRuns } from '../../../core/usecases/sweep-runs.ts';
import { furnish, namedIn } from '../../ports/asset-samples.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { fullRequest, given, request, stampAt } from '../../ports/samples.ts';
import { execute, takeState, takeUpTo } from '../../ports/state-machine.ts';
import { administratorOf, permitted } from '../authorization/authorities.ts';

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

const stampNow = ({ ports }: World) => stampAt(ports.clock.now().toISOString());

const office = async () => {
  const world = inMemory();
  const accountId = await given(world.ports).account({ lmp: 9 });
  await furnish(world.ports, accountId, namedIn(fullRequest()));
  const start = async (workflow = world.ports.workflow) => {
    const run = await startOnboarding({ ...world.ports, workflow })(
      administratorOf(accountId),
      fullRequest(),
      stampNow(world),
    );
    return run;
  };
  const statusOf = async (ref: { runId: string }) =>
    (await world.ports.runs.read({ accountId, runId: ref.runId }))?.status;
  const sweep = () => sweepRuns(world.ports)('req');
  return { ...world, accountId, start, statusOf, sweep };
};

const noWorkflow = { start: () => Promise.reject(new Error('the process died')) };
const noWork = (ports: World['ports']) => ({
  ...ports,
  work: { ...ports.work, assign: () => Promise.reject(new Error('down')) },
});

describe('the sweeper', () => {
  it('starts a run whose start was lost, after a minute', async () => {
    const at = await office();
    const run = await at.start(noWorkflow);
    expect(await at.sweep()).toBe(0);
    at.moveClock(MINUTE);
    expect(await at.sweep()).toBe(1);
    expect([...at.executions.keys()]).toEqual([`${run.runId}-1`]);
    expect(await at.sweep()).toBe(0);
  });

  it('starts a resumed run whose start was lost, at its own attempt', async () => {
    const at = await office();
    const run = await at.start();
    await execute(noWork(at.ports), run, at.ports);
    at.endExecution(run);
    await resumeOnboarding({ ...at.ports, workflow: noWorkflow })(run, {}, permitted, stampNow(at));
    at.moveClock(MINUTE);
    await at.sweep();
    expect([...at.executions.keys()]).toContain(`${run.runId}-2`);
  });

  it('leaves a run that is under way alone, and looks again every quarter of an hour', async () => {
    const at = await office();
    const run = await at.start();
    at.moveClock(MINUTE);
    expect(await at.sweep()).toBe(1);
    expect(await at.statusOf(run)).toBe('running');
    at.moveClock(14 * MINUTE);
    expect(await at.sweep()).toBe(0);
    at.moveClock(MINUTE);
    expect(await at.sweep()).toBe(1);
  });

  it('parks a run whose execution ended without saying so, at the step that was due', async () => {
    const at = await office();
    const run = await at.start();
    await takeUpTo(at.ports, 'SetMessaging', run);
    at.endExecution(run);
    at.moveClock(MINUTE);
    await at.sweep();
    expect(await at.ports.runs.read(run)).toMatchObject({
      status: 'failed',
      failure: { step: 'SetDialingRules', code: 'interrupted' },
    });
    await resumeOnboarding(at.ports)(run, {}, permitted, stampNow(at));
    expect(await execute(at.ports, { ...run, attempt: 2 })).toBeUndefined();
  });

  it('parks a run whose execution ended after all steps but the last state', async () => {
    const at = await office();
    const run = await at.start();
    await takeUpTo(at.ports, 'AssignWork', run);
    at.endExecution(run);
    at.moveClock(MINUTE);
    await at.sweep();
    expect(await at.ports.runs.read(run)).toMatchObject({ failure: { step: 'Activate' } });
  });

  it('keeps a parked run for 30 days, then discards it with all that it holds', async () => {
    const at = await office();
    const before = structuredClone({ ...at.database, runs: undefined });
    const run = await at.start();
    await execute(noWork(at.ports), run, at.ports);
    at.moveClock(30 * DAY - 1);
    await at.sweep();
    expect(await at.statusOf(run)).toBe('failed');
    at.moveClock(1);
    await at.sweep();
    expect(await at.statusOf(run)).toBe('discarded');
    expect({ ...at.database, runs: undefined }).toEqual(before);
  });

  it('never discards a run that was parked while the index still showed it as due', async () => {
    const at = await office();
    const run = await at.start();
    at.moveClock(MINUTE);
    const due: typeof at.ports.runs.due = async (...asked) => {
      const refs = await at.ports.runs.due(...asked);
      await execute(noWork(at.ports), run, at.ports);
      return refs;
    };
    await sweepRuns({ ...at.ports, runs: { ...at.ports.runs, due } })('req');
    expect(await at.statusOf(run)).toBe('failed');
    expect(at.database.members.size).toBe(1);
  });

  it('never discards a run that is resumed at the same moment', async () => {
    const at = await office();
    const run = await at.start();
    await execute(noWork(at.ports), run, at.ports);
    at.moveClock(30 * DAY);
    const beginDiscard: typeof at.ports.runs.beginDiscard = async (...asked) => {
      await resumeOnboarding(at.ports)(run, {}, permitted, stampNow(at));
      return at.ports.runs.beginDiscard(...asked);
    };
    await sweepRuns({ ...at.ports, runs: { ...at.ports.runs, beginDiscard } })('req');
    expect(await at.statusOf(run)).toBe('running');
    expect(at.database.members.size).toBe(1);
  });

  it('lets no run hold up the others, and says which one it was', async () => {
    const at = await office();
    const stuck = await at.start(noWorkflow);
    at.moveClock(1000);
    const next = await at.start(noWorkflow);
    at.moveClock(MINUTE);
    const start: World['ports']['workflow']['start'] = (ref) =>
      ref.runId === stuck.runId ? noWorkflow.start() : at.ports.workflow.start(ref);
    await sweepRuns({ ...at.ports, workflow: { start } })('req');
    expect([...at.executions.keys()]).toEqual([`${next.runId}-1`]);
    expect(at.logged.at(-1)).toMatchObject({ code: 'SWEEP_FAILED', details: { runId: stuck.runId } });
    expect(await at.sweep()).toBe(1);
  });

  it('has nothing to do with runs that have ended', async () => {
    const at = await office();
    const run = await at.start();
    await execute(at.ports, run);
    at.moveClock(365 * DAY);
    expect(await at.sweep()).toBe(0);
    expect(await at.statusOf(run)).toBe('done');
  });

  it('is no match for an execution: a run goes on in the state it was in', async () => {
    const at = await office();
    const run = await given(at.ports).run(at.accountId, request());
    await takeState(at.ports, 'CreateProfile', run);
    at.moveClock(MINUTE);
    await at.sweep();
    await takeUpTo(at.ports, 'Activate', run);
    expect(await at.statusOf(run)).toBe('done');
  });
});
