import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetRef } from '../../../core/domain/asset-kinds.ts';
import { DomainError } from '../../../core/domain/errors.ts';
import { work } from '../../../core/domain/sections/work.ts';
import { archiveAsset, restoreAsset } from '../../../core/usecases/archive-asset.ts';
import { assignMember, releaseMember } from '../../../core/usecases/assign-member.ts';
import { deleteAsset } from '../../../core/usecases/delete-asset.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { furnish, namedIn } from '../../ports/asset-samples.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { intercepted } from '../../ports/intercepted.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { execute, takeState, takeUpTo } from '../../ports/state-machine.ts';
import { size } from '../../size.ts';
import { administratorOf } from '../authorization/authorities.ts';

const SUPPORT = { kind: 'queue', key: 'support' } as const;
const asked = () => request({ work: { queues: ['support', 'sales'] } });

type Story = (
  ports: Ports,
  at: { world: World; accountId: string; worker: { accountId: string; userId: string } },
) => Promise<unknown>;

/** Whoever is refused goes on with the next. */
const unlessRefused = async (act: () => Promise<unknown>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
};

/** A run that has come to its last step but one, on which all depends here. */
const onboarding: Story = async (ports, { accountId, world }) => {
  const { assets: _, ...rest } = world.ports;
  // Without the assets, so that what has been deleted stays so.
  const run = await given(rest).run(accountId, asked());
  await takeUpTo(world.ports, 'RestrictAccess', run);
  await unlessRefused(() => takeState(ports, 'AssignWork', run));
};

const remove: Story = async (ports, { accountId }) => {
  const found = await ports.assets.read({ accountId, ...SUPPORT });
  if (found !== undefined) await deleteAsset(ports)(administratorOf(accountId), SUPPORT, found.version);
};

const DEEDS = {
  archive: (ports, { accountId }) => archiveAsset(ports)(administratorOf(accountId), SUPPORT, stampAt()),
  restore: (ports, { accountId }) => restoreAsset(ports)(administratorOf(accountId), SUPPORT, stampAt()),
  remove,
  assign: (ports, { accountId, worker }) =>
    assignMember(ports)(administratorOf(accountId), worker, SUPPORT, stampAt()),
  release: (ports, { accountId, worker }) =>
    releaseMember(ports)(administratorOf(accountId), worker, SUPPORT, stampAt()),
} as const satisfies Record<string, Story>;

const deeds =
  (...names: readonly (keyof typeof DEEDS)[]): Story =>
  async (ports, at) => {
    for (const name of names) await unlessRefused(() => DEEDS[name](ports, at));
  };

const stories: fc.Arbitrary<readonly Story[]> = fc.array(
  fc.oneof(
    fc.constant(onboarding),
    fc.constant(deeds('archive', 'remove')),
    fc
      .array(fc.constantFrom('archive', 'restore', 'remove', 'assign', 'release'), {
        minLength: 1,
        maxLength: 3,
      })
      .map((names) => deeds(...names)),
  ),
  { minLength: 2, maxLength: 4 },
);

/** Whoever is assigned to what is not there. */
const lostIn = ({ database: { work: edges, assets } }: World): readonly string[] =>
  [...edges].filter((edge) => !assets.has(edge.slice(0, edge.lastIndexOf('#'))));

const safe = (mutant: (ports: Ports) => Ports) =>
  fc.asyncProperty(fc.scheduler(), stories, async (scheduler, lives) => {
    const world = inMemory();
    const accountId = await given(world.ports).account({ lmp: 9 });
    const worker = await given(world.ports).run(accountId, request());
    await execute(world.ports, worker);
    await furnish(world.ports, accountId, namedIn({ work: work.parse({ queues: ['support', 'sales'] }) }));
    const scheduled = intercepted(mutant(world.ports), async (name, call) => {
      await scheduler.schedule(Promise.resolve(), name);
      return call();
    });
    await scheduler.waitFor(Promise.all(lives.map((life) => life(scheduled, { accountId, worker, world }))));
    expect(lostIn(world)).toEqual([]);
  });

/** Ports that leave out one half of the protocol. */
const MUTANTS: Readonly<Record<string, (ports: Ports) => Ports>> = {
  'whoever deletes does not look who uses it': (ports) => ({
    ...ports,
    assets: { ...ports.assets, users: async () => [] },
  }),
  'whoever uses it does not look whether it is there': (ports) => ({
    ...ports,
    assets: {
      ...ports.assets,
      readMany: async (accountId, refs: readonly AssetRef[]) => {
        const spare = { accountId, name: 'Any', archived: false, version: 1, createdAt: '', agentGroups: [] };
        return refs.map(({ key }) => ({ ...spare, kind: 'queue', key }));
      },
    },
  }),
  'it is deleted without being archived first': (ports) => ({
    ...ports,
    assets: {
      ...ports.assets,
      read: async (ref) => {
        const found = await ports.assets.read(ref);
        return found && { ...found, archived: true };
      },
      remove: async (asset) => {
        const found = await ports.assets.read(asset);
        if (found === undefined) return;
        const archived = { ...found, archived: true, version: found.version + 1 };
        if (!found.archived) await ports.assets.change(found, archived, stampAt());
        await ports.assets.remove(found.archived ? found : archived);
      },
    },
  }),
};

describe('A-8 whoever is assigned while somebody archives and deletes', () => {
  it('is never assigned to what is not there, in whatever order the calls come', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      safe((ports) => ports),
      { numRuns: size({ test: 300, full: 5_000 }) },
    );
  });

  it.each(Object.entries(MUTANTS))('would be, if %s', { timeout: 60_000 }, async (_, mutant) => {
    const found = await fc.check(safe(mutant), { numRuns: 2_000, seed: 1, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(Object(found.errorInstance).name).toBe('AssertionError');
  });
});
