import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../../../core/usecases/ports.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { size } from '../../size.ts';
import { newOffice } from './seat-model.ts';
import { seatCommands } from './seat-model-commands.ts';
import { openWorld } from './seat-model-world.ts';
import { SEAT_MUTANTS } from './seat-mutants.ts';

/** Twice the thirty that a run has on average. */
const MOST_COMMANDS = 60;

/** Small pools, so that somebody always waits; 0 to 60 commands, or less, if it must be quick. */
const agrees = (portsOf: (world: World) => Ports = ({ ports }) => ports) =>
  fc.asyncProperty(
    fc.record({ lmp: fc.nat(3), voip: fc.nat(2), email: fc.nat(2), desktop: fc.nat(2) }),
    seatCommands(MOST_COMMANDS),
    async (owned, commands) => {
      const memory = inMemory();
      const world = await openWorld(portsOf(memory), memory.moveClock, owned);
      await fc.asyncModelRun(() => ({ model: newOffice({ ...owned }), real: world }), commands);
    },
  );

describe('X-3 the model of seats', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('agrees with what becomes of seats in memory, command by command', { timeout: 1_800_000 }, async () => {
    await fc.assert(agrees(), { numRuns: size({ test: 200, full: 2_000 }) });
  });

  it.each(Object.entries(SEAT_MUTANTS))('notices that %s', async (_, mutant) => {
    // Always the same commands: whether the mutant is found must not depend on luck.
    const found = await fc.check(agrees(mutant), { numRuns: 200, seed: 1, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(Object(found.errorInstance).name).toBe('AssertionError');
  });
});
