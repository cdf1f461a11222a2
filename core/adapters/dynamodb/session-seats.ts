import { LICENSE_KIND_NAMES, type LicenseKind } from '../../domain/licenses.ts';
import { counterOf } from '../../domain/pool.ts';
import type { Stamp } from '../../usecases/ports.ts';
import { poolKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

/** In which block of each pool the seats of a session are. */
export type SessionBlocks = Readonly<Partial<Record<LicenseKind, number>>>;

const operationOf = (kind: LicenseKind): string => `pool:${kind}`;

/**
 * Seats of these blocks are in use, or free again. Of a concurrent kind no seat is ever assigned, so `inUse` alone is to
 * be held against `purchased`: a condition cannot add up.
 */
export const countSeats = (
  { table }: Store,
  accountId: string,
  blocks: SessionBlocks,
  by: 1 | -1,
  stamp: Stamp,
): Record<string, Operation> =>
  Object.fromEntries(
    LICENSE_KIND_NAMES.flatMap((kind): [string, Operation][] => {
      const block = blocks[kind];
      if (block === undefined) return [];
      return [
        [
          operationOf(kind),
          {
            Update: {
              TableName: table,
              Key: poolKey(accountId, { kind, block }),
              UpdateExpression: 'SET changed = :stamp ADD #counter :by',
              ConditionExpression: by === 1 ? '#counter < purchased' : '#counter > :none',
              ExpressionAttributeNames: { '#counter': counterOf(kind) },
              ExpressionAttributeValues: { ':by': by, ':stamp': stamp, ...(by === -1 && { ':none': 0 }) },
            },
          },
        ],
      ];
    }),
  );
