import { Busy } from '../../domain/errors.ts';
import type { LicenseKind } from '../../domain/licenses.ts';
import type { SectionRecord } from '../../domain/section-record.ts';
import type { SeatRequest, Stamp } from '../../usecases/ports.ts';
import { poolKey, seatKey, sectionKey, waitingKey } from './keys.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

type LicensesRecord = Extract<SectionRecord, { section: 'licenses' }>;

/**
 * AP-32 · give back every seat, or the place in the line, with the record that says so · 1 transaction, 4 write units
 * per seat (2 per kind waited for, and 2 for the place) and 2 for the record. A repeat finds no record.
 */
export const releaseSeats =
  (store: Store) =>
  async (request: SeatRequest, record: LicensesRecord, stamp: Stamp): Promise<void> => {
    const remove = (Key: { pk: string; sk: string }) => ({
      Delete: { TableName: store.table, Key, ConditionExpression: 'attribute_exists(pk)' },
    });
    const less = (kind: LicenseKind, name: 'assigned' | 'waiting') => ({
      Update: {
        TableName: store.table,
        Key: poolKey(request.accountId, kind),
        UpdateExpression: `SET changed = :stamp ADD ${name} :less`,
        ConditionExpression: `${name} > :none`,
        ExpressionAttributeValues: { ':less': -1, ':none': 0, ':stamp': stamp },
      },
    });
    const held = record.waitingFor === undefined ? (record.data?.kinds ?? []) : [];
    const refused = await transact(store, {
      record: remove(sectionKey(request, 'licenses')),
      ...(record.waitingFor !== undefined && { place: remove(waitingKey(request)) }),
      ...Object.fromEntries((record.waitingFor ?? []).map((kind) => [`pool:${kind}`, less(kind, 'waiting')])),
      ...Object.fromEntries(held.map((kind) => [`pool:${kind}`, less(kind, 'assigned')])),
      ...Object.fromEntries(held.map((kind) => [`seat:${kind}`, remove(seatKey(request, kind))])),
    });
    if (refused.size > 0 && !refused.has('record')) throw new Busy();
  };
