import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { inMemory } from '../../ports/in-memory.ts';
import { size } from '../../size.ts';
import { newOffice } from './seat-model.ts';
import { seatCommands } from './seat-model-commands.ts';
import { openWorld } from './seat-model-world.ts';

/** Twice the thirty that a run has on average. */
const MOST_COMMANDS = 60;

const agrees = () =>
  fc.asyncProperty(
    fc.record({ lmp: fc.nat(3), voip: fc.nat(2), email: fc.nat(2), desktop: fc.nat(2) }),
    seatCommands(MOST_COMMANDS),
    async (owned, commands) => {
      const { ports, moveClock } = inMemory();
      const world = await openWorld(ports, moveClock, owned);
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
});
