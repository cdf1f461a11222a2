import { Busy, LicenseNotInPlan } from '../../../core/domain/errors.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { recordOf, sectionRecord } from '../../../core/domain/section-record.ts';
import type { SeatRequest, Seats } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';

export const inMemorySeats = ({ pools, seats, line, records }: Database): Seats => {
  const poolOf = ({ accountId }: SeatRequest, kind: LicenseKind) => pools.get(keys.pool(accountId, kind));
  const isFree = (request: SeatRequest, kind: LicenseKind): boolean => {
    const pool = poolOf(request, kind);
    return pool !== undefined && pool.assigned < pool.purchased && pool.waiting === 0;
  };
  const count = (request: SeatRequest, kind: LicenseKind, name: 'assigned' | 'waiting', by: 1 | -1) => {
    const pool = poolOf(request, kind);
    if (pool !== undefined) pool[name] += by;
  };
  const recordKey = (request: SeatRequest): string => keys.record(request, 'licenses');
  const isDone = (request: SeatRequest): boolean => {
    const left = records.get(recordKey(request));
    if (left !== undefined && left.runId !== request.runId) throw new Busy();
    return left !== undefined;
  };

  return {
    async assign(request, record) {
      if (isDone(request)) return { outcome: 'assigned' };
      const unknown = request.kinds.filter((kind) => poolOf(request, kind) === undefined);
      if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
      const missing = request.kinds.filter((kind) => !isFree(request, kind));
      if (missing.length > 0) return { outcome: 'unavailable', missing };
      for (const kind of request.kinds) {
        count(request, kind, 'assigned', 1);
        seats.set(keys.seat(request, kind), request.runId);
      }
      records.set(recordKey(request), copy(record));
      return { outcome: 'assigned' };
    },

    async wait(request, missing, record) {
      if (isDone(request)) return 'waiting';
      if (missing.some((kind) => isFree(request, kind))) return 'available';
      for (const kind of missing) count(request, kind, 'waiting', 1);
      const { userId, runId, kinds } = request;
      line.set(keys.run(request), copy({ userId, runId, kinds }));
      records.set(recordKey(request), sectionRecord.parse({ ...record, waitingFor: missing }));
      return 'waiting';
    },

    async release(request) {
      const left = records.get(recordKey(request));
      const record = left && recordOf([left], 'licenses');
      if (record === undefined) return;
      for (const kind of record.waitingFor ?? []) count(request, kind, 'waiting', -1);
      if (record.waitingFor === undefined) {
        for (const kind of record.data?.kinds ?? []) {
          count(request, kind, 'assigned', -1);
          seats.delete(keys.seat(request, kind));
        }
      }
      line.delete(keys.run(request));
      records.delete(recordKey(request));
    },
  };
};
