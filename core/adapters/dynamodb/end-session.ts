import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import type { Sessions } from '../../usecases/ports.ts';
import { sessionBlocks } from './items/session.ts';
import { sessionKey } from './keys.ts';
import { countSeats } from './session-seats.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/**
 * AP-113 · end a session: delete it if it is there (and was not heard of since), and count the seats of its blocks as
 * free, in one transaction, so that no seat is given back twice, nor any lost · GetItem, 1 read unit; 1 transaction, 2
 * write units and 1 of index for the session, 2 per seat.
 */
export const endSession =
  (store: Store): Sessions['end'] =>
  async (session, stamp, unlessSeenAfter) => {
    const Key = sessionKey(session);
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
    );
    // It has ended.
    if (Item === undefined) return;
    const refused = await transact(store, {
      session: {
        Delete: {
          TableName: store.table,
          Key,
          ConditionExpression: `attribute_exists(pk)${unlessSeenAfter === undefined ? '' : ' AND seenAt <= :seen'}`,
          ...(unlessSeenAfter !== undefined && { ExpressionAttributeValues: { ':seen': unlessSeenAfter } }),
        },
      },
      // Never below 0: that would be a seat given back which nobody had.
      ...countSeats(store, session.accountId, sessionBlocks.parse(Item).blocks, -1, stamp),
    });
    if (refused.size > 0 && !refused.has('session')) throw new Busy();
  };
