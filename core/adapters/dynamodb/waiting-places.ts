import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { accountId as accountIdShape } from '../../domain/ids.ts';
import type { Seats } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { readDue } from './due.ts';
import { placeItem, seatItem } from './items/seat.ts';
import { DUE_PLACES, seatKey, waitingKey, waitingPk } from './keys.ts';
import { queryPage } from './query-page.ts';
import type { Store } from './store.ts';

const placeShape = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/));

/** Who stands in line, and who holds a seat. */
export const waitingPlaces = (store: Store): Omit<Seats, 'move'> => ({
  /** AP-34 · the waiting line of an account, oldest first · Query, consistent, 1 read unit per 4 KB. */
  line: (accountId, page) =>
    queryPage(store, page, {
      accountId,
      name: 'waiting',
      partition: waitingPk(accountId),
      sortKey: placeShape,
      sortKeyOf: ({ place }) => place,
      parse: (item) => placeItem.parse(item),
      // Whoever joined last must not be passed over by who comes after them.
      consistent: true,
    }),

  /** AP-35 · who holds a seat of a kind · Query, consistent, 1 read unit per 4 KB. */
  async holders(accountId, kind, limit) {
    const { Items = [] } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': seatKey({ accountId, userId: '' }, kind).pk },
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => seatItem.parse(item).userId);
  },

  /** AP-36 · places to be looked at, of all accounts, oldest first · Query on by-due, half a read unit per 4 KB. */
  async duePlaces(now, limit) {
    const items = await readDue(store, DUE_PLACES, now, limit);
    return items.map(({ pk, sk }) => ({
      accountId: accountIdShape.parse(pk.slice(waitingPk('').length)),
      place: sk,
    }));
  },

  /** AP-37 · look at a place again later · UpdateItem, 1 write unit, 2 of index. */
  async postponePlace(ref, due) {
    await updateIf(store, {
      Key: waitingKey(ref),
      UpdateExpression: 'SET dueAt = :due',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':due': due },
    });
  },
});
