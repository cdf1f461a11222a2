import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { size } from '../../size.ts';
import { newOffice } from '../../unit/usecases/seat-model.ts';
import { seatCommands } from '../../unit/usecases/seat-model-commands.ts';
import { openWorld } from '../../unit/usecases/seat-model-world.ts';
import { openDynamodb, startTable } from '../dynamodb/dynamodb-store.ts';
import { seatCensus } from './seat-census.ts';

/** Twice the thirty that a run has on average. */
const MOST_COMMANDS = 60;
/** Seats for several blocks; they stay when the seats are given up. */
const WIDE = { lmp: 120, voip: 120, email: 120, desktop: 120 };

describe('X-3 the model of seats, on the real engine', () => {
  let table: Table | undefined;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    ({ table, stop } = await startTable());
  });
  afterAll(() => stop());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('agrees with what becomes of seats, command by command', { timeout: 1_800_000 }, async () => {
    const engine = table;
    if (engine === undefined) throw new Error('The table has not started.');
    const agrees = fc.asyncProperty(
      fc.oneof(
        fc.record({ lmp: fc.nat(3), voip: fc.nat(2), email: fc.nat(2), desktop: fc.nat(2) }),
        fc.constant(WIDE),
      ),
      seatCommands(MOST_COMMANDS),
      async (owned, commands) => {
        const { ports: memory, moveClock } = inMemory();
        const ports = { ...memory, ...openDynamodb(engine).ports };
        const world = await openWorld(ports, moveClock, owned);
        await fc.asyncModelRun(() => ({ model: newOffice({ ...owned }), real: world }), commands);
        vi.useRealTimers();
        // As the change feed does, when somebody died over it.
        await serveWaitingLine(ports)(world.accountId, 'census');
        expect((await seatCensus(engine, world.accountId)).faults).toEqual([]);
        vi.useFakeTimers({ toFake: ['Date'] });
      },
    );
    await fc.assert(agrees, { numRuns: size({ test: 5, full: 50 }) });
  });
});
