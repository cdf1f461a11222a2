import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { exhaustedAmong } from '../../../core/domain/pool.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { keys } from '../../ports/in-memory/database.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { crashingAt, intercepted } from '../../ports/intercepted.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { permitted } from '../authorization/authorities.ts';

const KINDS: readonly LicenseKind[] = ['lmp', 'voip'];

/** What one user's onboarding goes through: which kinds, where it crashes if at all, and what is done about it. */
interface Story {
  kinds: readonly LicenseKind[];
  crash: { call: number; when: 'before' | 'after' } | undefined;
  afterwards: 'leave' | 'resume' | 'discard';
}

const stories: fc.Arbitrary<Story[]> = fc.array(
  fc.record({
    kinds: fc.constantFrom<readonly LicenseKind[]>(['lmp'], KINDS),
    crash: fc.option(fc.record({ call: fc.nat(25), when: fc.constantFrom('before', 'after') }), {
      nil: undefined,
    }),
    afterwards: fc.constantFrom('leave', 'resume', 'discard'),
  }),
  { minLength: 2, maxLength: 6 },
);

const offices = fc.record({
  purchased: fc.record({ lmp: fc.nat(3), voip: fc.nat(2) }),
  policy: fc.constantFrom('deactivate', 'reject'),
});

/** X-3, at every moment: no pool oversold, every seat counted, every place counted. */
const checkPools = ({ database: { pools, seats, records, line } }: World): void => {
  for (const [key, { kind, purchased, assigned, waiting }] of pools) {
    expect(assigned).toBeLessThanOrEqual(purchased);
    expect(assigned).toBe([...seats].filter((seat) => seat.startsWith(`${key}#`)).length);
    const places = [...records.values()].filter(
      (record) => record.section === 'licenses' && record.waitingFor?.includes(kind),
    );
    expect(waiting).toBe(places.length);
    expect(waiting).toBe([...line.values()].filter(({ kinds }) => kinds.includes(kind)).length);
  }
};

/** Who stands in line though all that they need is free. */
const inVain = ({ database: { line, pools } }: World) =>
  [...line.values()].filter(({ kinds }) => exhaustedAmong([...pools.values()], kinds).length === 0);

const live = async (world: World, ports: World['ports'], run: OpenRun, { crash, afterwards }: Story) => {
  const dying = crash === undefined ? ports : crashingAt(ports, crash.call, crash.when);
  await execute(dying, run, ports);
  if ((await world.ports.runs.read(run))?.status !== 'failed') return;
  if (afterwards === 'discard') await discardOnboarding(ports)(run, stampAt());
  if (afterwards === 'resume') {
    await resumeOnboarding(ports)(run, {}, permitted, stampAt());
    await execute(ports, { ...run, attempt: 2 });
  }
};

const isAbout =
  ({ userId, runId }: OpenRun) =>
  (collection: Map<string, unknown> | Set<string>): boolean =>
    JSON.stringify([...collection]).includes(userId) || JSON.stringify([...collection]).includes(runId);

describe('X-3 many runs on one small pool', () => {
  it('oversell nothing and leave nothing behind, in whatever order their calls come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), offices, stories, async (scheduler, { purchased, policy }, told) => {
        const world = inMemory();
        const accountId = await given(world.ports).account(purchased, policy);
        const runs = await Promise.all(
          told.map(({ kinds }) => given(world.ports).run(accountId, request({ licenses: { kinds } }))),
        );
        const scheduled = intercepted(world.ports, async (name, call) => {
          await scheduler.schedule(Promise.resolve(), name);
          const result = await call();
          checkPools(world);
          return result;
        });
        const lives = told.map((story, index) => {
          const run = runs[index];
          return run === undefined ? undefined : live(world, scheduled, run, story);
        });
        await scheduler.waitFor(Promise.all(lives));

        await serveWaitingLine(world.ports)(accountId, 'req-last');
        checkPools(world);
        for (const run of runs) {
          const { status } = (await world.ports.runs.read(run)) ?? {};
          const { runs: _, hands, ...rest } = world.database;
          // A run may be the request in which somebody else was served.
          const left = Object.entries({ ...rest, hands: new Set(hands.keys()) }).flatMap(
            ([name, collection]) => (isAbout(run)(collection) ? [name] : []),
          );
          if (status === 'discarded') expect(left).toEqual([]);
          const holds = world.database.seats.has(keys.seat(run, 'lmp'));
          const member = world.database.members.get(keys.member(run));
          if (member?.status === 'active') expect(holds).toBe(true);
          if (member?.status === 'deactivated') expect(holds).toBe(false);
        }
        expect(inVain(world)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
