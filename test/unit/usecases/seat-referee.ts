import { holdingChange } from '../../../core/domain/holding-change.ts';
import { exhaustedAmong, isOpenToNewcomers, type Pool, takenSeats } from '../../../core/domain/pool.ts';
import type { Ports, SeatMove } from '../../../core/usecases/ports.ts';
import { keys } from '../../ports/in-memory/database.ts';
import type { World } from '../../ports/in-memory.ts';

const poolsIn = ({ database }: World): readonly Pool[] => [...database.pools.values()];

/** Who stands in line with all that they need free, in the order in which they joined it. */
const fitting = (world: World) =>
  [...world.database.line.values()].filter(({ kinds }) => exhaustedAmong(poolsIn(world), kinds).length === 0);

/** What would be unfair in this move at this moment; looked at just before it is made. */
const unfair = (world: World, { ref, before, after, turn, missing = [] }: SeatMove): string | undefined => {
  const { gained } = holdingChange(before, after);
  const isOpen = (kind: string) =>
    poolsIn(world).some((pool) => pool.kind === kind && isOpenToNewcomers(pool));
  if (turn === 'newcomer') {
    if (gained.some((kind) => !isOpen(kind))) return `${ref.userId} overtakes who waits for ${gained}`;
    return missing.some(isOpen) ? `${ref.userId} is to wait, though of ${missing} some are free` : undefined;
  }
  // Who was asked for earlier may come to stand before somebody whose turn it has already been found to be: they were
  // not there to be seen. Whoever was there, and is older, is not to be passed over.
  const fit = fitting(world);
  const index = fit.findIndex(({ userId }) => userId === ref.userId);
  const place = fit[index]?.place ?? '';
  const overtaken = fit.slice(0, Math.max(index, 0)).find((other) => other.place < place);
  return overtaken && `${ref.userId} is served before ${overtaken.userId}`;
};

/** X-3, at every moment: nothing is oversold, every seat is counted, and so is everybody who waits. */
export const countFaults = (world: World): readonly string[] => {
  const { seats, records, line } = world.database;
  return [...world.database.pools].flatMap(([key, pool]) => {
    const { kind, assigned, waiting } = pool;
    const held = [...seats].filter((seat) => seat.startsWith(`${key}#`)).length;
    const inLine = [...line.values()].filter(({ kinds }) => kinds.includes(kind)).length;
    const waitingRecords = [...records.values()].filter(
      (record) => record.section === 'licenses' && record.waitingFor?.includes(kind),
    ).length;
    const isRight = assigned === held && waiting === inLine && waiting === waitingRecords;
    return isRight && takenSeats(pool) <= pool.purchased
      ? []
      : [`${JSON.stringify(pool)}: ${held} held, ${inLine} in line, ${waitingRecords} by their records`];
  });
};

/** Who waits in vain, or is active without a license, or out with one, once all is quiet. */
export const stateFaults = (world: World): readonly string[] => {
  const { members, seats } = world.database;
  const states = [...members.values()].flatMap((member) => {
    const holds = seats.has(keys.seat(member, 'lmp'));
    const isRight = member.status === 'onboarding' || holds === (member.status !== 'deactivated');
    return isRight
      ? []
      : [`${member.userId} is ${member.status}, and ${holds ? 'holds' : 'lacks'} the base license`];
  });
  return [...fitting(world).map(({ userId }) => `${userId} waits in vain`), ...states];
};

/** The same ports, watched: every move is looked at, in the moment in which it is made. */
export const refereed = (world: World, ports: Ports, faults: string[]): Ports => ({
  ...ports,
  seats: {
    ...ports.seats,
    async move(asked, stamp) {
      const key = keys.record(asked.ref, 'licenses');
      const revision = () => Object(world.database.records.get(key)).revision;
      const [fault, before] = [unfair(world, asked), revision()];
      // Nothing comes between: in memory a move is made before anybody else has a turn.
      const result = await ports.seats.move(asked, stamp);
      if (fault !== undefined && result.outcome === 'moved' && revision() !== before) faults.push(fault);
      return result;
    },
  },
});
