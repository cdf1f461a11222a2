import { describe, expect, it } from 'vitest';
import {
  IdempotencyKeyReused,
  NotFound,
  RunNotFailed,
  StepAlreadyDone,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { Sections } from '../../../core/domain/sections/index.ts';
import { work } from '../../../core/domain/sections/work.ts';
import type { WorkState } from '../../../core/domain/steps.ts';
import type { AssetOf, Ports } from '../../../core/usecases/ports.ts';
import { type Known, refuseOnboarding } from '../../../core/usecases/refuse-onboarding.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { furnish, namedIn } from '../../ports/asset-samples.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { fullRequest, given, idempotency, request, stampAt } from '../../ports/samples.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';
import { administratorOf, permitted } from '../authorization/authorities.ts';

const down = () => Promise.reject(new Error('down'));

/** A run that failed because a part was down in one of its states. */
const failedIn = async (state: WorkState, part: (ports: Ports) => Partial<Ports>, asked = fullRequest()) => {
  const world = inMemory();
  const { ports } = world;
  const run = await given(ports).run(await given(ports).account({ lmp: 2, voip: 2 }), asked);
  expect(await execute({ ...ports, ...part(ports) }, run, ports)).toBe(state);
  return { ...world, run, next: { ...run, attempt: 2 } };
};

const archive = async (ports: Ports, ref: AssetOf): Promise<void> => {
  const found = await ports.assets.read(ref);
  if (found === undefined) throw new Error('There is no such asset.');
  await ports.assets.change(found, { ...found, archived: true, version: found.version + 1 }, stampAt());
};

const noIdentity = (ports: Ports) => ({ identity: { ...ports.identity, createUser: down } });
const noWork = (ports: Ports) => ({ work: { ...ports.work, assign: down } });
const noInvitation = (ports: Ports) => ({ identity: { ...ports.identity, invite: down } });

describe('X-1 resuming a failed run', () => {
  it('goes on from the step that failed; steps that are done stay done', async () => {
    const { ports, run, next, database, executions } = await failedIn('AssignWork', noWork);
    const seats = structuredClone(database.seats);
    const resumed = await resumeOnboarding(ports)(run, {}, permitted, stampAt());
    expect(resumed).toMatchObject({ status: 'running', attempt: 2 });
    expect(resumed.failure).toBeUndefined();
    expect([...executions.keys()]).toEqual([`${run.runId}-2`]);
    expect(await execute(ports, next)).toBeUndefined();
    expect(await ports.runs.read(run)).toMatchObject({ status: 'done', outcome: 'active' });
    expect(database.seats).toEqual(seats);
  });

  it('takes a section corrected whose step is not done', async () => {
    const { ports, run, next, database } = await failedIn('CreateProfile', noIdentity);
    await resumeOnboarding(ports)(run, { licenses: { kinds: ['lmp', 'voip'] } }, permitted, stampAt());
    await execute(ports, next);
    expect(database.seats.size).toBe(2);
  });

  it('refuses a section whose step is done, and points at each', async () => {
    const { ports, run } = await failedIn('AssignWork', noWork);
    const { profile, licenses, work } = fullRequest();
    const refusal = await resumeOnboarding(ports)(
      run,
      { profile, licenses, work },
      permitted,
      stampAt(),
    ).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StepAlreadyDone);
    expect(refusal).toMatchObject({
      message: 'Already done in this run, so not open to correction: CreateProfile, AssignLicenses.',
      faults: [{ pointer: '/sections/profile' }, { pointer: '/sections/licenses' }],
    });
    expect(await ports.runs.read(run)).toMatchObject({ status: 'failed', attempt: 1 });
  });

  it('refuses even a section that was skipped, once its step has said so', async () => {
    const { ports, run } = await failedIn('Activate', noInvitation, request());
    const { dialing } = fullRequest();
    await expect(resumeOnboarding(ports)(run, { dialing }, permitted, stampAt())).rejects.toThrow(
      StepAlreadyDone,
    );
  });

  it('C-49 moves the claims with a corrected profile, and the sign-in with them', async () => {
    const { ports, run, next, database } = await failedIn('CreateProfile', noIdentity);
    const { profile } = request({ profile: { firstName: 'Eva' } });
    await resumeOnboarding(ports)(run, { profile }, permitted, stampAt());
    await execute(ports, next);
    expect([...database.emails]).toEqual([[profile.email, run.userId]]);
    expect([...database.loginIds]).toEqual([[profile.loginId, run.userId]]);
    expect(database.signIns.get(run.userId)).toMatchObject({ email: profile.email, firstName: 'Eva' });
    expect(await ports.runs.read(run)).toMatchObject({ name: 'Eva Ruiz' });
  });

  it('C-49 brings up to date a sign-in that an earlier attempt has made', async () => {
    const lost = (ports: Ports) => ({ members: { ...ports.members, create: down } });
    const { ports, run, next, database } = await failedIn('CreateProfile', lost);
    const { profile } = request();
    await resumeOnboarding(ports)(run, { profile }, permitted, stampAt());
    await execute(ports, next);
    expect(database.signIns.get(run.userId)?.email).toBe(profile.email);
    expect(database.signIns.size).toBe(1);
  });

  it('A-8 leaves the member on nothing that a corrected section no longer names', async () => {
    const half = (ports: Ports) => ({
      work: {
        ...ports.work,
        assign: async (...[ref, assignments, stamp]: Parameters<typeof ports.work.assign>) => {
          await ports.work.assign(ref, assignments.slice(0, 2), stamp);
          return down();
        },
      },
    });
    const { ports, run, next, database } = await failedIn('AssignWork', half);
    expect(database.work.size).toBe(2);
    const corrected = work.parse({ campaigns: ['summer', 'autumn'] });
    await furnish(ports, run.accountId, namedIn({ work: corrected }));
    await resumeOnboarding(ports)(run, { work: corrected }, permitted, stampAt());
    await execute(ports, next);
    expect([...database.work].map((key) => key.split('#')[2]).sort()).toEqual(['autumn', 'summer']);
    expect((await ports.runs.read(run))?.formerWork).toBeUndefined();
  });

  it('A-8 a run parks when something is archived before its last step, and goes on with the work corrected', async () => {
    const world = inMemory();
    const { ports, database } = world;
    const run = await given(ports).run(await given(ports).account(), fullRequest());
    await archive(ports, { accountId: run.accountId, kind: 'queue', key: 'support' });
    expect(await execute(ports, run)).toBe('AssignWork');
    const failed = await ports.runs.read(run);
    expect(failed?.failure).toMatchObject({ step: 'AssignWork', code: 'asset-gone' });
    expect([...database.work].filter((edge) => edge.includes('#queue#'))).toEqual([]);
    await resumeOnboarding(ports)(run, { work: work.parse({ campaigns: ['spring'] }) }, permitted, stampAt());
    expect(await execute(ports, { ...run, attempt: 2 })).toBeUndefined();
    expect([...database.work].map((edge) => edge.split('#')[2])).toEqual(['spring']);
  });

  it('A-8 who is assigned stays so when the queue is archived before the member is active', async () => {
    const { ports, run, next, database } = await failedIn('Activate', noInvitation);
    const assigned = structuredClone(database.work);
    await archive(ports, { accountId: run.accountId, kind: 'queue', key: 'support' });
    await resumeOnboarding(ports)(run, {}, permitted, stampAt());
    expect(await execute(ports, next)).toBeUndefined();
    expect(database.work).toEqual(assigned);
  });

  it('A-8 is refused for what is archived since only while it can be corrected', async () => {
    const resume = async (state: 'AssignWork' | 'Activate', part: (ports: Ports) => Partial<Ports>) => {
      const { ports, run } = await failedIn(state, part);
      await archive(ports, { accountId: run.accountId, kind: 'queue', key: 'support' });
      const permit = (sections: Sections, known: Known) =>
        refuseOnboarding(ports)(administratorOf(run.accountId), sections, '/sections', known);
      return resumeOnboarding(ports)(run, {}, permit, stampAt());
    };
    await expect(resume('AssignWork', noWork)).rejects.toMatchObject({
      code: 'invalid-request',
      faults: [{ pointer: '/sections/work/queues/0' }],
    });
    await expect(resume('Activate', noInvitation)).resolves.toMatchObject({ status: 'running' });
  });

  it('A-11 sends a second mail when the first try ended just after it, and the newest works', async () => {
    const lost = (ports: Ports) => ({ runs: { ...ports.runs, finish: down } });
    const { ports, run, next, outbox, database } = await failedIn('Activate', lost);
    expect(database.members.values().next().value?.status).toBe('onboarding');
    await resumeOnboarding(ports)(run, {}, permitted, stampAt());
    await execute(ports, next);
    expect(outbox).toHaveLength(2);
    expect(database.signIns.get(run.userId)?.temporaryPassword).toBe(outbox[1]?.temporaryPassword);
  });

  it('is done once under one Idempotency-Key', async () => {
    const { ports, run, executions } = await failedIn('AssignWork', noWork);
    const key = idempotency();
    await resumeOnboarding(ports)(run, {}, permitted, stampAt(), key);
    expect(await resumeOnboarding(ports)(run, {}, permitted, stampAt(), key)).toMatchObject({ attempt: 2 });
    expect(executions.size).toBe(1);
    const other = { ...key, requestHash: 'other' };
    await expect(resumeOnboarding(ports)(run, {}, permitted, stampAt(), other)).rejects.toThrow(
      IdempotencyKeyReused,
    );
  });

  it('is refused for a run that has not failed, and for one of another account', async () => {
    const { ports, run } = await failedIn('AssignWork', noWork);
    const elsewhere = { accountId: newId('account'), runId: run.runId };
    await expect(resumeOnboarding(ports)(elsewhere, {}, permitted, stampAt())).rejects.toThrow(NotFound);
    const running = await given(ports).run(run.accountId);
    await expect(resumeOnboarding(ports)(running, {}, permitted, stampAt())).rejects.toThrow(RunNotFailed);
    const done = await given(ports).run(run.accountId);
    await takeUpTo(ports, 'Activate', done);
    await expect(resumeOnboarding(ports)(done, {}, permitted, stampAt())).rejects.toThrow(RunNotFailed);
  });
});
