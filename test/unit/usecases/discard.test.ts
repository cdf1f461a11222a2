import { describe, expect, it } from 'vitest';
import { IdempotencyKeyReused, NotFound, RunNotFailed } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { work } from '../../../core/domain/sections/work.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { fullRequest, given, idempotency, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { permitted } from '../authorization/authorities.ts';

const failed = async () => {
  const world = inMemory();
  const accountId = await given(world.ports).account({ lmp: 1 });
  const run = await given(world.ports).run(accountId, fullRequest());
  const work = { ...world.ports.work, assign: () => Promise.reject(new Error('down')) };
  await execute({ ...world.ports, work }, run, world.ports);
  return { ...world, run };
};

describe('X-1 discarding a failed run', () => {
  it('frees email and login ID for the next request, and says what happened with ids only', async () => {
    const { ports, run, logged } = await failed();
    await discardOnboarding(ports)(run, stampAt());
    await expect(given(ports).run(run.accountId, run.sections)).resolves.toBeDefined();
    expect(logged.at(-1)).toEqual({
      code: 'RUN_DISCARDED',
      details: { accountId: run.accountId, runId: run.runId },
    });
  });

  it('is done once under one Idempotency-Key', async () => {
    const { ports, run } = await failed();
    const key = idempotency();
    await discardOnboarding(ports)(run, stampAt(), key);
    expect(await discardOnboarding(ports)(run, stampAt(), key)).toMatchObject({ status: 'discarded' });
    const other = { ...key, requestHash: 'other' };
    await expect(discardOnboarding(ports)(run, stampAt(), other)).rejects.toThrow(IdempotencyKeyReused);
  });

  it('is refused without a key once it is done', async () => {
    const { ports, run } = await failed();
    await discardOnboarding(ports)(run, stampAt());
    await expect(discardOnboarding(ports)(run, stampAt())).rejects.toThrow(RunNotFailed);
  });

  it('is refused for a run that goes on, and for one of another account', async () => {
    const { ports, run } = await failed();
    await resumeOnboarding(ports)(run, {}, permitted, stampAt());
    await expect(discardOnboarding(ports)(run, stampAt())).rejects.toThrow(RunNotFailed);
    const elsewhere = { accountId: newId('account'), runId: run.runId };
    await expect(discardOnboarding(ports)(elsewhere, stampAt())).rejects.toThrow(NotFound);
  });

  it('gives back the work of every attempt', async () => {
    const world = inMemory();
    const { ports } = world;
    const run = await given(ports).run(await given(ports).account(), fullRequest());
    const assign: typeof ports.work.assign = async (...assigned) => {
      await ports.work.assign(...assigned);
      throw new Error('down');
    };
    const half = { ...ports, work: { ...ports.work, assign } };
    await execute(half, run, ports);
    const corrected = work.parse({ campaigns: ['autumn'] });
    await resumeOnboarding(ports)(run, { work: corrected }, permitted, stampAt());
    await execute(
      { ...half, work: { ...half.work, release: async () => {} } },
      { ...run, attempt: 2 },
      ports,
    );
    expect(world.database.work.size).toBeGreaterThan(1);
    await discardOnboarding(ports)(run, stampAt());
    expect(world.database.work.size).toBe(0);
  });
});
