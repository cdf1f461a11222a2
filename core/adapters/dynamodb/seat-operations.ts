import { type HoldingChange, nextRevision } from '../../domain/holding-change.ts';
import { type LicenseKind, without } from '../../domain/licenses.ts';
import { holdingOf, type LicensesRecord, sectionRecord } from '../../domain/section-record.ts';
import type { SeatMove, Stamp } from '../../usecases/ports.ts';
import { changeHead } from './change-head.ts';
import { leaveInvitation } from './invitations.ts';
import { DUE_PLACES, memberKey, seatKey, sectionKey, waitingKey } from './keys.ts';
import type { Block } from './pool-blocks.ts';
import { type Drawn, poolOperations } from './seat-pools.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

/** So long after somebody joined the line the sweeper looks whether they have been forgotten. */
const LOOKED_AT_AFTER_MILLISECONDS = 2 * 60_000;

type Operations = Record<string, Operation | undefined>;

/** The record as it is stored: with where the seats are, and one change further than what was read. */
const storedAs = (after: LicensesRecord, move: SeatMove, change: HoldingChange, drawn: Drawn) => {
  const kept = without(holdingOf(after).held, change.gained).map((kind): [LicenseKind, number] => [
    kind,
    move.before?.blocks?.[kind] ?? 0,
  ]);
  return sectionRecord.parse({
    ...after,
    blocks: Object.fromEntries([...kept, ...drawn]),
    revision: nextRevision(move.before),
  });
};

const recordOperation = (
  { table }: Store,
  move: SeatMove,
  change: HoldingChange,
  drawn: Drawn,
  stamp: Stamp,
): Operation | undefined => {
  const { before, after } = move;
  const Key = sectionKey(move.ref, 'licenses');
  // Whoever changes it changes what they have read.
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: `runId = :runId AND ${before.revision === undefined ? 'attribute_not_exists(revision)' : 'revision = :revision'}`,
          ExpressionAttributeValues: {
            ':runId': before.runId,
            ...(before.revision !== undefined && { ':revision': before.revision }),
          },
        };
  const seen = { TableName: table, ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  if (after !== undefined)
    return { Put: { ...seen, Item: { ...Key, ...storedAs(after, move, change, drawn), changed: stamp } } };
  return before && { Delete: { ...seen, Key } };
};

const seatOperations = (
  { table }: Store,
  { ref }: SeatMove,
  { gained, lost }: HoldingChange,
  drawn: Drawn,
  stamp: Stamp,
): Operations => {
  const take = (kind: LicenseKind): Operation => ({
    Put: {
      TableName: table,
      Item: {
        ...seatKey(ref, kind),
        accountId: ref.accountId,
        userId: ref.userId,
        kind,
        block: drawn.get(kind),
        assignedAt: stamp.at,
        changed: stamp,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  const giveBack = (kind: LicenseKind): Operation => ({
    Delete: { TableName: table, Key: seatKey(ref, kind), ConditionExpression: 'attribute_exists(pk)' },
  });
  return Object.fromEntries([
    ...gained.map((kind) => [`seat:${kind}`, take(kind)]),
    ...lost.map((kind) => [`seat:${kind}`, giveBack(kind)]),
  ]);
};

/** The place in the line: taken, left, or kept for other kinds than before. */
const placeOperations = (
  { table }: Store,
  { ref: { accountId, userId }, before, after }: SeatMove,
  { joined, left }: HoldingChange,
  stamp: Stamp,
): Operations => {
  const keyOf = (place: string) => waitingKey({ accountId, place });
  const kinds = after?.waitingFor;
  const from = before?.place;
  const to = after?.place;
  const dueAt = new Date(Date.parse(stamp.at) + LOOKED_AT_AFTER_MILLISECONDS).toISOString();
  const isChanged = from === to && joined.length + left.length > 0;
  return {
    ...(to !== undefined &&
      to !== from && {
        place: {
          Put: {
            TableName: table,
            Item: {
              ...keyOf(to),
              accountId,
              userId,
              place: to,
              kinds,
              duePk: DUE_PLACES,
              dueAt,
              changed: stamp,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      }),
    ...(to !== undefined &&
      isChanged && {
        place: {
          Update: {
            TableName: table,
            Key: keyOf(to),
            UpdateExpression: 'SET kinds = :kinds, changed = :stamp',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':kinds': kinds, ':stamp': stamp },
          },
        },
      }),
    ...(from !== undefined &&
      from !== to && {
        leftPlace: {
          Delete: { TableName: table, Key: keyOf(from), ConditionExpression: 'attribute_exists(pk)' },
        },
      }),
  };
};

/** What becomes of the member; or else that they still are in the state in which they were read. */
const memberOperations = (store: Store, { ref, status, head }: SeatMove, stamp: Stamp): Operations =>
  head !== undefined
    ? changeHead(store, head, stamp)
    : {
        member: {
          ConditionCheck: {
            TableName: store.table,
            Key: memberKey(ref),
            ConditionExpression: '#status = :status',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':status': status },
          },
        },
      };

/** All that one move writes, and all that must hold for it. */
export const operationsOf = (
  store: Store,
  move: SeatMove,
  change: HoldingChange,
  blocks: readonly Block[],
  drawn: Drawn,
  stamp: Stamp,
): Operations => ({
  record: recordOperation(store, move, change, drawn, stamp),
  ...memberOperations(store, move, stamp),
  ...poolOperations(store.table, move, change, blocks, drawn, stamp),
  ...seatOperations(store, move, change, drawn, stamp),
  ...placeOperations(store, move, change, stamp),
  invitation: leaveInvitation(store, move.ref, move.invitationDue, stamp),
});
