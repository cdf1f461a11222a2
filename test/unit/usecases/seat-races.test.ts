import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Busy, DomainError } from '../../../core/domain/errors.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { assignLicense, reactivateMember, takeBackLicense } from '../../../core/usecases/change-licenses.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import type { Ports, Stamp } from '../../../core/usecases/ports.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { switchAgentFeatures } from '../../../core/usecases/switch-agent-features.ts';
import { keys } from '../../ports/in-memory/database.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { crashingAt, intercepted } from '../../ports/intercepted.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { Crash, execute } from '../../ports/state-machine.ts';
import { size } from '../../size.ts';
import { administratorOf, permitted } from '../authorization/authorities.ts';
import { RACE_MUTANTS } from './race-mutants.ts';
import { countFaults, refereed, stateFaults } from './seat-referee.ts';

const KINDS: readonly LicenseKind[] = ['lmp', 'voip', 'email'];
const STAFF = 3;

/** What somebody does, all at the same time: onboards one more, or changes what one of the staff has. */
type Story = (
  world: World,
  ports: Ports,
  at: { accountId: string; staff: readonly OpenRun[] },
) => Promise<unknown>;

const needs = fc.subarray(['voip', 'email'] as const).map((more): LicenseKind[] => ['lmp', ...more]);
const crash = fc.option(fc.record({ call: fc.nat(30), when: fc.constantFrom('before', 'after') }), {
  nil: undefined,
  freq: 2,
});

/** Who is served in this very moment keeps a discard from ending: a repeat goes on with it. */
const discard = async (ports: Ports, run: OpenRun): Promise<void> => {
  try {
    await discardOnboarding(ports)(run, stampAt());
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    await discardOnboarding(ports)(run, stampAt());
  }
};

/** One user's onboarding, where it crashes if at all, and what is done about it. */
const onboarding = fc.tuple(needs, crash, fc.constantFrom('leave', 'resume', 'discard')).map(
  ([kinds, dies, afterwards]): Story =>
    async (world, ports, { accountId }) => {
      const run = await given(world.ports).run(accountId, request({ licenses: { kinds } }));
      await execute(dies === undefined ? ports : crashingAt(ports, dies.call, dies.when), run, ports);
      if ((await world.ports.runs.read(run))?.status !== 'failed') return;
      if (afterwards === 'discard') await discard(ports, run);
      if (afterwards === 'resume') {
        await resumeOnboarding(ports)(run, {}, permitted, stampAt());
        await execute(ports, { ...run, attempt: 2 });
      }
    },
);

type Change = (ports: Ports, ref: OpenRun, stamp: Stamp, accountId: string) => Promise<unknown>;

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...KINDS).map(
    (kind): Change =>
      (ports, ref, stamp, accountId) =>
        assignLicense(ports)(administratorOf(accountId), ref, kind, stamp),
  ),
  fc.constantFrom(...KINDS).map(
    (kind): Change =>
      (ports, ref, stamp, accountId) =>
        takeBackLicense(ports)(administratorOf(accountId), ref, kind, stamp),
  ),
  fc.boolean().map(
    (enabled): Change =>
      (ports, ref, stamp, accountId) =>
        switchAgentFeatures(ports)(administratorOf(accountId), ref, enabled, stamp),
  ),
  fc.constant<Change>((ports, ref, stamp, accountId) =>
    reactivateMember(ports)(administratorOf(accountId), ref, stamp),
  ),
  fc.constant<Change>((ports, _, { requestId }, accountId) => serveWaitingLine(ports)(accountId, requestId)),
);

let requests = 0;

/** Some changes one after the other; who is refused, or comes too late, goes on with the next. */
const administering = fc.array(fc.tuple(fc.nat(STAFF - 1), changes), { minLength: 1, maxLength: 4 }).map(
  (list): Story =>
    async (_, ports, { accountId, staff }) => {
      for (const [who, change] of list) {
        const ref = staff[who];
        requests += 1;
        try {
          if (ref !== undefined)
            await change(ports, ref, { ...stampAt(), requestId: `req-${requests}` }, accountId);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
      }
    },
);

const offices = fc.record({
  purchased: fc.record({ lmp: fc.nat(4), voip: fc.nat(2), email: fc.nat(2) }),
  policy: fc.constantFrom('deactivate', 'reject'),
});

/** Everything that goes wrong when all of that is done at once, in whatever order its calls come. */
const faultsOf = async (
  scheduler: fc.Scheduler,
  { purchased, policy }: { purchased: Record<string, number>; policy: 'deactivate' | 'reject' },
  stories: readonly Story[],
  mutant: (world: World) => Ports,
): Promise<readonly string[]> => {
  const world = inMemory();
  const accountId = await given(world.ports).account(purchased, policy);
  const staff: OpenRun[] = [];
  for (const kinds of [['lmp'], ['lmp', 'voip'], ['lmp', 'voip', 'email']]) {
    const run = await given(world.ports).run(accountId, request({ licenses: { kinds } }));
    await execute(world.ports, run);
    staff.push(run);
  }
  const faults: string[] = [];
  const scheduled = intercepted(refereed(world, mutant(world), faults), async (name, call) => {
    await scheduler.schedule(Promise.resolve(), name);
    const result = await call();
    faults.push(...countFaults(world));
    return result;
  });
  const lives = stories.map((story) => story(world, scheduled, { accountId, staff }));
  await scheduler.waitFor(
    Promise.all(
      lives.map((life) =>
        life.catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        }),
      ),
    ),
  );
  await serveWaitingLine(world.ports)(accountId, 'req-last');
  return [...faults, ...countFaults(world), ...stateFaults(world), ...leftBy(world)];
};

/** What discarded runs have left behind. A run may be the request in which somebody else was served. */
const leftBy = ({ database: { runs, hands, ...rest } }: World): readonly string[] => {
  const collections = Object.entries({ ...rest, hands: new Set(hands.keys()) }).map(
    ([name, collection]) => [name, JSON.stringify([...collection])] as const,
  );
  return [...runs.values()]
    .filter(({ status }) => status === 'discarded')
    .flatMap(({ runId, userId }) =>
      collections.flatMap(([name, text]) =>
        text.includes(userId) || text.includes(runId)
          ? [`${keys.run({ accountId: '', runId })} in ${name}`]
          : [],
      ),
    );
};

const fair = (mutant: (world: World) => Ports) =>
  fc.asyncProperty(
    fc.scheduler(),
    offices,
    fc.array(fc.oneof(onboarding, administering), { minLength: 2, maxLength: 5 }),
    async (scheduler, office, stories) => {
      expect(await faultsOf(scheduler, office, stories, mutant)).toEqual([]);
    },
  );

describe('X-3 many at once on small pools', () => {
  it('oversell nothing, overtake nobody and leave nothing behind, in whatever order their calls come', {
    timeout: 1_800_000,
  }, async () => {
    await fc.assert(
      fair(({ ports }) => ports),
      { numRuns: size({ test: 200, full: 4_000 }) },
    );
  });

  it.each(Object.entries(RACE_MUTANTS))('are caught when %s', { timeout: 60_000 }, async (_, mutant) => {
    const found = await fc.check(fair(mutant), { numRuns: 1_500, seed: 2, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(Object(found.errorInstance).name).toBe('AssertionError');
  });
});
