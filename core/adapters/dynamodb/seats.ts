import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy, LicenseNotInPlan } from '../../domain/errors.ts';
import type { LicenseKind } from '../../domain/licenses.ts';
import { recordOf, sectionRecord } from '../../domain/section-record.ts';
import type { SeatRequest, Seats } from '../../usecases/ports.ts';
import { poolKey, seatKey, sectionKey, waitingKey } from './keys.ts';
import { releaseSeats } from './release-seats.ts';
import type { Store } from './store.ts';
import { type Operation, type Refusals, transact } from './transact.ts';

const poolOf = (kind: LicenseKind) => `pool:${kind}`;

/** The kinds whose pool refused, and of those the ones the account has no pool of. */
const refusedPools = (refused: Refusals, kinds: readonly LicenseKind[]) => {
  const missing = kinds.filter((kind) => refused.has(poolOf(kind)));
  return { missing, unknown: missing.filter((kind) => refused.get(poolOf(kind)) === undefined) };
};

export const dynamodbSeats = (store: Store): Seats => {
  const put = (Item: Record<string, unknown>): Operation => ({
    Put: {
      TableName: store.table,
      Item,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  });
  const count = (accountId: string, kind: LicenseKind, name: 'assigned' | 'waiting', condition: string) => ({
    Update: {
      TableName: store.table,
      Key: poolKey(accountId, kind),
      UpdateExpression: `ADD ${name} :one`,
      ConditionExpression: condition,
      ExpressionAttributeValues: { ':one': 1, ':none': 0 },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  });
  const each = <Value>(
    kinds: readonly LicenseKind[],
    name: (kind: LicenseKind) => string,
    of: (kind: LicenseKind) => Value,
  ) => Object.fromEntries(kinds.map((kind) => [name(kind), of(kind)]));

  return {
    /**
     * AP-30 · take a seat of every kind, or none: pool +1 while assigned < purchased and nobody waits, seat put if
     * absent, record put if absent · 1 transaction, 4 write units per kind and 2 for the record.
     */
    async assign(request, record, stamp) {
      const { accountId, userId, runId, kinds } = request;
      const seat = (kind: LicenseKind) =>
        put({
          ...seatKey(request, kind),
          accountId,
          userId,
          kind,
          runId,
          assignedAt: stamp.at,
          changed: stamp,
        });
      const refused = await transact(store, {
        ...each(kinds, poolOf, (kind) => count(accountId, kind, 'assigned', FREE)),
        ...each(kinds, (kind) => `seat:${kind}`, seat),
        record: put({ ...sectionKey(request, 'licenses'), ...sectionRecord.parse(record), changed: stamp }),
      });
      if (refused.size === 0 || isRepeat(refused, request)) return { outcome: 'assigned' };
      const { missing, unknown } = refusedPools(refused, kinds);
      if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
      if (missing.length > 0) return { outcome: 'unavailable', missing };
      throw new Busy();
    },

    /**
     * AP-31 · join the waiting line: pool waiting +1 while it has no seat for a newcomer, place put if absent, record
     * put if absent · 1 transaction, 2 write units per missing kind and 4 more.
     */
    async wait(request, missing, record, stamp) {
      const { accountId, userId, runId, kinds } = request;
      const waits = sectionRecord.parse({ ...record, waitingFor: missing });
      const refused = await transact(store, {
        ...each(missing, poolOf, (kind) => count(accountId, kind, 'waiting', NOT_FREE)),
        place: put({
          ...waitingKey(request),
          accountId,
          userId,
          runId,
          kinds,
          since: stamp.at,
          changed: stamp,
        }),
        record: put({ ...sectionKey(request, 'licenses'), ...waits, changed: stamp }),
      });
      if (refused.size === 0 || isRepeat(refused, request)) return 'waiting';
      if (refusedPools(refused, missing).missing.length > 0) return 'available';
      throw new Busy();
    },

    /** AP-32 · reads what there is to give back first: GetItem, consistent, 1 read unit; then `releaseSeats`. */
    release: async (request, stamp) => {
      const { Item } = await store.client.send(
        new GetCommand({
          TableName: store.table,
          Key: sectionKey(request, 'licenses'),
          ConsistentRead: true,
        }),
      );
      const record = Item && recordOf([sectionRecord.parse(Item)], 'licenses');
      if (record !== undefined) await releaseSeats(store)(request, record, stamp);
    },
  };
};

const FREE = 'attribute_exists(pk) AND assigned < purchased AND waiting = :none';
const NOT_FREE = 'attribute_exists(pk) AND (assigned >= purchased OR waiting > :none)';

const isRepeat = (refused: Refusals, { runId }: SeatRequest): boolean =>
  refused.get('record')?.runId === runId;
