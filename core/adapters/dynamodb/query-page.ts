import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import { TABLE } from '../../contract/table.ts';
import type { Page, PageRequest } from '../../usecases/ports.ts';
import { type CursorList, fromCursor, toCursor } from './cursor.ts';
import { readCursorKey } from './cursor-key.ts';
import { pageOf } from './page.ts';
import type { Store } from './store.ts';

/** A list that stands in one partition, of the table or of an index, by its sort keys. */
interface Listing<Item> {
  accountId: string;
  /** Names the list within its account, in cursors. */
  name: string;
  partition: string;
  /** Without it, of the table. `keyOf` makes an item's key there: a place in an index is named with it. */
  index?:
    | { name: string; partitionKey: string; sortKey: string; keyOf: (sortKey: string) => object }
    | undefined;
  /** Only what has a sort key that begins like this. */
  prefix?: string | undefined;
  /** The shape of the sort keys: what a cursor must have. */
  sortKey: z.ZodMiniType<string>;
  sortKeyOf: (item: Item) => string;
  parse: (item: Record<string, unknown>) => Item;
  /** Reads on where the index has no more than keys. */
  complete?: ((items: readonly Item[]) => Promise<readonly Item[]>) | undefined;
  descending?: true;
  consistent?: true;
  /** What is shown; without it, all. */
  sees?: ((item: Item) => boolean) | undefined;
}

/** One page of a list. Throws `InvalidRequest` for a cursor that is not ours. */
export const queryPage = async <Item>(
  store: Store,
  { limit, cursor }: PageRequest,
  listing: Listing<Item>,
): Promise<Page<Item>> => {
  const {
    accountId,
    name,
    partition,
    index,
    prefix,
    sortKey,
    sortKeyOf,
    parse,
    complete,
    descending,
    consistent,
    sees,
  } = listing;
  const key = index ?? TABLE;
  const begins = prefix ? ` AND begins_with(${key.sortKey}, :prefix)` : '';
  const read = async (count: number, after: string | undefined) => {
    const { Items = [], LastEvaluatedKey } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        IndexName: index?.name,
        KeyConditionExpression: `${key.partitionKey} = :pk${begins}`,
        ExpressionAttributeValues: { ':pk': partition, ...(prefix && { ':prefix': prefix }) },
        ScanIndexForward: !descending,
        ConsistentRead: consistent,
        Limit: count,
        ExclusiveStartKey:
          after === undefined
            ? undefined
            : { ...index?.keyOf(after), [key.partitionKey]: partition, [key.sortKey]: after },
      }),
    );
    const items = Items.map(parse);
    return { items: (await complete?.(items)) ?? items, isCut: LastEvaluatedKey !== undefined };
  };
  const list = async (): Promise<CursorList> => ({
    accountId,
    name,
    key: await readCursorKey(store, accountId),
  });
  const after = cursor === undefined ? undefined : fromCursor(await list(), cursor, sortKey);
  const cursorAt = async (position: string) => toCursor(await list(), position);
  return pageOf({ read, sortKeyOf, cursorAt }, { limit, after }, sees);
};
