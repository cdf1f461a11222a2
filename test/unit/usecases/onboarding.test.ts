import { describe, expect, it } from 'vitest';
import { IdempotencyKeyReused, StaleAttempt } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { STEPS, WORK_STATES } from '../../../core/domain/steps.ts';
import { followOnboarding } from '../../../core/usecases/follow-onboarding.ts';
import { parkRun } from '../../../core/usecases/park-run.ts';
import { startOnboarding } from '../../../core/usecases/start-onboarding.ts';
import { furnish, namedIn } from '../../ports/asset-samples.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { fullRequest, given, idempotency, request, stampAt } from '../../ports/samples.ts';
import { execute, takeState } from '../../ports/state-machine.ts';
import { administratorOf } from '../authorization/authorities.ts';

const begun = async (asked = fullRequest()) => {
  const world = inMemory();
  const accountId = await given(world.ports).account({ lmp: 3, voip: 1 });
  await furnish(world.ports, accountId, namedIn(asked));
  const run = await startOnboarding(world.ports)(administratorOf(accountId), asked, stampAt());
  const follow = () => followOnboarding(world.ports)(run);
  const member = async () => (await world.ports.members.read(run)) ?? { member: undefined, records: [] };
  return { ...world, accountId, run, follow, member };
};

describe('X-1 accepting a user', () => {
  it('stores the run and starts its execution with ids only', async () => {
    const { run, accountId, executions, ports } = await begun();
    expect(await ports.runs.read(run)).toMatchObject({ status: 'running', name: 'Ana Ruiz', attempt: 1 });
    expect([...executions.values()]).toEqual([{ accountId, runId: run.runId, attempt: 1, hasEnded: false }]);
  });

  it('does it once under one Idempotency-Key, and answers the same run', async () => {
    const { ports, executions, logged } = inMemory();
    const accountId = await given(ports).account();
    const key = idempotency();
    const asked = request();
    const first = await startOnboarding(ports)(administratorOf(accountId), asked, stampAt(), key);
    const again = await startOnboarding(ports)(administratorOf(accountId), asked, stampAt(), key);
    expect(again.runId).toBe(first.runId);
    expect(executions.size).toBe(1);
    expect(logged.map(({ code }) => code)).toEqual(['RUN_STARTED']);
    const other = startOnboarding(ports)(administratorOf(accountId), request(), stampAt(), {
      ...key,
      requestHash: 'x',
    });
    await expect(other).rejects.toThrow(IdempotencyKeyReused);
  });

  it('is accepted even when the execution cannot be started: the sweeper will', async () => {
    const { ports, logged } = inMemory();
    const down = { start: () => Promise.reject(new Error('no route to ana@example.com')) };
    const run = await startOnboarding({ ...ports, workflow: down })(
      administratorOf(newId('account')),
      request(),
      stampAt(),
    );
    expect(await ports.runs.read(run)).toMatchObject({
      status: 'running',
      dueAt: '2026-06-01T09:01:00.000Z',
    });
    expect(logged.map(({ code }) => code)).toEqual(['RUN_START_LEFT_TO_SWEEPER']);
    expect(JSON.stringify(logged)).not.toContain('ana@');
  });
});

describe('the eight steps', () => {
  it('A-27 run in order, each leaving what was asked for', async () => {
    const { ports, run, follow, member } = await begun();
    for (const [index, { name, section }] of STEPS.entries()) {
      await takeState(ports, name, run);
      const { steps } = await follow();
      expect(steps.map(({ state }) => state)).toEqual(
        STEPS.map((_, other) => (other <= index ? 'done' : other === index + 1 ? 'running' : 'pending')),
      );
      const left = (await member()).records.find((record) => record.section === section);
      expect(left).toMatchObject({ state: 'done', runId: run.runId });
      expect(left?.data).toEqual(run.sections?.[section]);
    }
  });

  it('A-27 records a step that was not asked for as skipped', async () => {
    const { ports, run, follow } = await begun(request());
    await execute(ports, run);
    const { steps } = await follow();
    expect(steps.filter(({ state }) => state === 'skipped').map(({ section }) => section)).toEqual([
      'employee',
      'messaging',
      'dialing',
      'access',
      'work',
    ]);
    expect(steps.filter(({ state }) => state === 'done')).toHaveLength(3);
  });

  it('A-1 creates the sign-in, which nobody is told of, and a member who may not work yet', async () => {
    const { ports, run, database, outbox, member } = await begun();
    await takeState(ports, 'CreateProfile', run);
    expect(database.signIns.get(run.userId)).toMatchObject({ firstName: 'Ana', language: 'en' });
    expect(outbox).toEqual([]);
    expect((await member()).member?.status).toBe('onboarding');
  });

  it('A-2 takes a seat of every kind', async () => {
    const { ports, run, database } = await begun(fullRequest({ licenses: { kinds: ['lmp', 'voip'] } }));
    await execute(ports, run);
    const { accountId, userId } = run;
    expect([...database.seats]).toEqual(['lmp', 'voip'].map((kind) => `${accountId}#${kind}#${userId}`));
  });

  it('A-8 puts the member onto all their work', async () => {
    const { ports, run, database } = await begun();
    await execute(ports, run);
    expect([...database.work].map((key) => key.split('#').slice(1, 3).join(' '))).toEqual([
      'campaign spring',
      'campaign summer',
      'initiative warm',
      'queue support',
    ]);
  });

  it('A-11 the member is active and invited as soon as all is done, and the request is gone', async () => {
    const { ports, run, follow, member, outbox, database } = await begun();
    expect(await execute(ports, run)).toBeUndefined();
    expect(await follow()).toMatchObject({ status: 'done', outcome: 'active' });
    expect((await ports.runs.read(run))?.sections).toBeUndefined();
    expect((await member()).member).toMatchObject({
      status: 'active',
      invitedAt: '2026-06-01T09:00:00.000Z',
    });
    expect(outbox).toMatchObject([{ userId: run.userId, accountName: 'Acme' }]);
    expect(database.signIns.get(run.userId)?.temporaryPassword).toBe(outbox[0]?.temporaryPassword);
  });

  it('D-9 sends no instructions when none are wanted', async () => {
    const { ports, run, outbox, member } = await begun(request({ profile: { sendInvitation: false } }));
    await execute(ports, run);
    expect(outbox).toEqual([]);
    expect((await member()).member).toMatchObject({ status: 'active' });
    expect((await member()).member?.invitedAt).toBeUndefined();
  });

  it('D-17 counts active administrators', async () => {
    const { ports, run, database, accountId } = await begun(
      request({ permissions: { role: 'administrator' } }),
    );
    await takeState(ports, 'CreateProfile', run);
    expect(database.accounts.get(accountId)?.activeAdministrators).toBe(0);
    await execute(ports, run);
    expect(database.accounts.get(accountId)?.activeAdministrators).toBe(1);
  });

  it('stamps nothing in the log but codes and ids', async () => {
    const { ports, run, logged } = await begun();
    await execute(ports, run);
    await parkRun(ports)(run, { step: 'Activate', code: 'busy', detail: '' }, { by: 'x', requestId: 'x' });
    expect(JSON.stringify(logged)).not.toMatch(/Ana|Ruiz|@/);
  });
});

describe('an execution that the run has left behind', () => {
  it.each(WORK_STATES)('does nothing in %s', async (state) => {
    const { ports, run, database } = await begun();
    await parkRun(ports)(
      run,
      { step: 'CreateProfile', code: 'busy', detail: '' },
      { by: 'x', requestId: 'x' },
    );
    const failed = await ports.runs.read(run);
    if (failed?.sections === undefined) throw new Error('The run has lost its request.');
    const open = { ...failed, sections: failed.sections };
    await ports.runs.resume(open, open, '2026-06-01T10:00:00.000Z', stampAt());
    const before = structuredClone(database);
    await expect(takeState(ports, state, { ...run, attempt: 1 })).rejects.toThrow(StaleAttempt);
    await expect(takeState(ports, state, { ...run, runId: newId('run') })).rejects.toThrow(StaleAttempt);
    expect(database).toEqual(before);
  });
});
