import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { TABLE } from '../core/contract/table.ts';
import { itemSize, unitsOf } from './item-size.ts';

type Item = Record<string, unknown>;
interface Key {
  pk: string;
  sk: string;
}

/** What a write cost: in the table, and in its indexes. */
export interface WriteCost {
  command: string;
  tableUnits: number;
  indexUnits: number;
}

const isRecord = (value: unknown): value is Item => typeof value === 'object' && value !== null;

const keyOf = (write: unknown): Key => {
  const source = isRecord(write) ? (write.Item ?? write.Key) : undefined;
  if (!isRecord(source)) throw new Error('A write without a key');
  return { pk: String(source.pk), sk: String(source.sk) };
};

const entriesOf = (list: unknown): unknown[] =>
  (Array.isArray(list) ? list : []).flatMap((entry) => (isRecord(entry) ? Object.values(entry) : []));

/** The keys a command writes, and whether it is a transaction, which costs double. */
const writesOf = (command: string, input: Item): { keys: Key[]; factor: 1 | 2 } | undefined => {
  switch (command) {
    case 'PutCommand':
    case 'UpdateCommand':
    case 'DeleteCommand':
    case 'PutItemCommand':
    case 'UpdateItemCommand':
    case 'DeleteItemCommand':
      return { keys: [keyOf(input)], factor: 1 };
    case 'TransactWriteCommand':
    case 'TransactWriteItemsCommand':
      return { keys: entriesOf(input.TransactItems).map(keyOf), factor: 2 };
    case 'BatchWriteCommand':
    case 'BatchWriteItemCommand': {
      const requests = isRecord(input.RequestItems) ? Object.values(input.RequestItems).flat() : [];
      return { keys: entriesOf(requests).map(keyOf), factor: 1 };
    }
    default:
      return undefined;
  }
};

const LISTED: readonly string[] = TABLE.listAttributes;

const entryIn = (index: (typeof TABLE.indexes)[keyof typeof TABLE.indexes], item: Item | undefined) => {
  if (item?.[index.partitionKey] === undefined || item[index.sortKey] === undefined) return undefined;
  const keys = ['pk', 'sk', index.partitionKey, index.sortKey];
  const isListed = index.name === 'by-status' || index.name === 'by-group';
  const kept = Object.entries(item).filter(
    ([name]) => keys.includes(name) || (isListed && LISTED.includes(name)),
  );
  const place = `${item[index.partitionKey]} ${item[index.sortKey]}`;
  return { place, text: JSON.stringify(kept.sort()), units: unitsOf(itemSize(Object.fromEntries(kept))) };
};

/** An index entry costs nothing when nothing of it changes, and twice when it moves: one leaves, one comes. */
const indexUnits = (before: Item | undefined, after: Item | undefined): number =>
  Object.values(TABLE.indexes).reduce((sum, index) => {
    const from = entryIn(index, before);
    const to = entryIn(index, after);
    if (from !== undefined && to !== undefined && from.place === to.place) {
      return sum + (from.text === to.text ? 0 : Math.max(from.units, to.units));
    }
    return sum + (from?.units ?? 0) + (to?.units ?? 0);
  }, 0);

/**
 * Counts what every write through a store costs on DynamoDB. Computed from the items before and after, since the
 * local engine's own figures for transactions are wrong. `reader` is another store on the same table, not counted.
 */
export const countWrites = (store: Store, reader: Store): WriteCost[] => {
  const costs: WriteCost[] = [];
  const read = async (Key: Key): Promise<Item | undefined> =>
    (await reader.client.send(new GetCommand({ TableName: reader.table, Key, ConsistentRead: true }))).Item;
  store.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (parameters) => {
        const writes = writesOf(commandName, { ...parameters.input });
        if (writes === undefined) return next(parameters);
        const before = await Promise.all(writes.keys.map(read));
        const answer = await next(parameters);
        const after = await Promise.all(writes.keys.map(read));
        const cost: WriteCost = { command: commandName, tableUnits: 0, indexUnits: 0 };
        writes.keys.forEach((_, index) => {
          const sizes = [before[index], after[index]].map((item) => (item ? itemSize(item) : 0));
          cost.tableUnits += writes.factor * unitsOf(Math.max(...sizes));
          cost.indexUnits += indexUnits(before[index], after[index]);
        });
        costs.push(cost);
        return answer;
      },
    { step: 'initialize', priority: 'high' },
  );
  return costs;
};
