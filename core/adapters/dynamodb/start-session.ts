import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy, ChangedMeanwhile, LicenseNotInPlan, MemberNotActive } from '../../domain/errors.ts';
import { isCalling, type LicenseKind, licenseFacts } from '../../domain/licenses.ts';
import { deadAt, type Session } from '../../domain/session.ts';
import type { Idempotency, Sessions, Stamp } from '../../usecases/ports.ts';
import { sessionItem } from './items/session.ts';
import { DUE_SESSIONS, memberKey, sectionKey, sessionKey } from './keys.ts';
import { type Block, blocksOf, drawBlock, readBlocks } from './pool-blocks.ts';
import { keepReplay, replayedBy } from './replays.ts';
import { countSeats, type SessionBlocks } from './session-seats.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

/** How often others may take the very seats that were drawn. */
const TRIES = 8;

/** A seat drawn for each kind, and the kinds of which none is free. Throws `LicenseNotInPlan`. */
const draw = (blocks: readonly Block[], kinds: readonly LicenseKind[]) => {
  const unknown = kinds.filter((kind) => blocksOf(blocks, kind).length === 0);
  if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
  const drawn = kinds.map((kind) => [kind, drawBlock(blocksOf(blocks, kind))?.block] as const);
  return {
    seats: Object.fromEntries(drawn.filter(([, block]) => block !== undefined)) satisfies SessionBlocks,
    missing: drawn.filter(([, block]) => block === undefined).map(([kind]) => kind),
  };
};

/** While the member still needs what the session takes; of what it takes for an app, the account says. */
const stillNeeded = ({ table }: Store, session: Session): Operation | undefined => {
  const own = session.kinds.filter((kind) => licenseFacts(kind).app === undefined);
  if (own.length === 0) return undefined;
  const needed = own.map((_, index) => `contains(#data.#kinds, :kind${index})`);
  return {
    ConditionCheck: {
      TableName: table,
      Key: sectionKey(session, 'licenses'),
      ConditionExpression: [
        ...needed,
        ...(own.some(isCalling) ? ['attribute_not_exists(agentFeatures)'] : []),
      ].join(' AND '),
      ExpressionAttributeNames: { '#data': 'data', '#kinds': 'kinds' },
      ExpressionAttributeValues: Object.fromEntries(own.map((kind, index) => [`:kind${index}`, kind])),
    },
  };
};

/**
 * AP-110 · begin a session: put if absent, with a seat of every concurrent kind it needs (in use +1 on a block drawn by
 * chance, while it has a free one), while its member is active and still needs them · Query for the blocks, 1 read unit
 * for each 4 KB; 1 transaction, 2 write units and 1 of index for the session, 2 per seat, 2 for the member, 2 for what they
 * need (unless that is nothing), 2 more with an Idempotency-Key.
 */
export const startSession =
  (store: Store): Sessions['start'] =>
  async (session, stamp, idempotency) => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const blocks = session.kinds.length === 0 ? [] : await readBlocks(store, session.accountId);
      const { seats, missing } = draw(blocks, session.kinds);
      if (missing.length > 0) return { missing: (await isThere(store, session)) ? [] : missing };
      const refused = await transact(store, operations(store, session, seats, stamp, idempotency));
      if (refused.size === 0) return { missing: [] };
      const replayOf = replayedBy(refused, idempotency);
      if (replayOf !== undefined) return { missing: [], replayOf };
      if (refused.has('session')) return { missing: [] };
      if (refused.has('member')) throw new MemberNotActive();
      if (refused.has('licenses')) throw new ChangedMeanwhile();
      // A block has given its last seat to others since it was read: another may have one.
    }
    throw new Busy();
  };

const operations = (
  store: Store,
  session: Session,
  blocks: SessionBlocks,
  stamp: Stamp,
  idempotency: Idempotency | undefined,
): Record<string, Operation | undefined> => ({
  replay: idempotency && keepReplay(store, idempotency, session.sessionId, stamp),
  session: {
    Put: {
      TableName: store.table,
      Item: {
        ...sessionKey(session),
        ...sessionItem.parse(session),
        blocks,
        duePk: DUE_SESSIONS,
        dueAt: deadAt(session.seenAt),
        changed: stamp,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  member: {
    ConditionCheck: {
      TableName: store.table,
      Key: memberKey(session),
      ConditionExpression: '#status = :active',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':active': 'active' },
    },
  },
  licenses: stillNeeded(store, session),
  ...countSeats(store, session.accountId, blocks, 1, stamp),
});

/** Whether this session has begun: a repeat needs no seat. */
const isThere = async ({ client, table }: Store, session: Session): Promise<boolean> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: sessionKey(session), ConsistentRead: true }),
  );
  return Item !== undefined;
};
