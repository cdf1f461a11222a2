import { recordOf } from '../../../core/domain/section-record.ts';
import type { Ports, SeatMove } from '../../../core/usecases/ports.ts';
import { keys } from '../../ports/in-memory/database.ts';
import type { World } from '../../ports/in-memory.ts';

const moving =
  (change: (world: World, asked: SeatMove) => SeatMove) =>
  (world: World): Ports => {
    const { ports } = world;
    return {
      ...ports,
      seats: { ...ports.seats, move: (asked, stamp) => ports.seats.move(change(world, asked), stamp) },
    };
  };

/** A store that leaves out one of the conditions of a move: each matters only while others are at it too. */
export const RACE_MUTANTS: Readonly<Record<string, (world: World) => Ports>> = {
  'who is passed over may fit by now': moving((_, asked) =>
    asked.turn === 'newcomer' ? asked : { ...asked, turn: { passedOver: [] } },
  ),
  'what was missing may be free by now': moving((_, { missing: _missing, ...asked }) => asked),
  'the licenses may be others by now': moving(({ database }, asked) => {
    const found = database.records.get(keys.record(asked.ref, 'licenses'));
    const revision = found && recordOf([found], 'licenses')?.revision;
    return asked.before && found ? { ...asked, before: { ...asked.before, revision } } : asked;
  }),
};
