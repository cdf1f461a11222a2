import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LicenseKind } from '../../domain/licenses.ts';
import { freeSeats, type Pool, takenSeats } from '../../domain/pool.ts';
import { poolItem } from './items/account.ts';
import { accountKey, POOL_BLOCK } from './keys.ts';
import type { Store } from './store.ts';

/**
 * A pool is kept in blocks, each with seats of its own. DynamoDB lets one transaction at a time have an item, so one item
 * bears about a hundred seats a second; eight blocks bear eight times that. Every block says how many wait for the kind,
 * so that a newcomer who takes from one need not look at the others.
 */
export interface Block extends Pool {
  block: number;
}

/** So many seats make a block worth while: fewer are gone before anybody has to wait for the item. */
const SEATS_PER_BLOCK = 50;
export const MOST_BLOCKS = 8;

/** How many blocks a pool of so many seats has. */
export const blocksFor = (purchased: number): number =>
  Math.min(MOST_BLOCKS, Math.max(1, Math.ceil(purchased / SEATS_PER_BLOCK)));

/** Deals seats out to blocks in which so many are taken: what is left over, evenly. The taken ones must fit. */
export const deal = (purchased: number, taken: readonly number[]): number[] => {
  const over = purchased - taken.reduce((sum, count) => sum + count, 0);
  const share = Math.floor(over / taken.length);
  const more = over % taken.length;
  return taken.map((count, index) => count + share + (index < more ? 1 : 0));
};

/** The blocks of every pool of an account · Query, consistent, 1 read unit for each 4 KB (some 15 blocks). */
export const readBlocks = async ({ client, table }: Store, accountId: string): Promise<readonly Block[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :pool)',
      ExpressionAttributeValues: { ':pk': accountKey(accountId).pk, ':pool': POOL_BLOCK },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => poolItem.parse(item));
};

export const blocksOf = (blocks: readonly Block[], kind: LicenseKind): readonly Block[] =>
  blocks.filter((block) => block.kind === kind);

/** The pools that the blocks make up. */
export const poolsOf = (blocks: readonly Block[]): readonly Pool[] =>
  [...new Set(blocks.map(({ kind }) => kind))].map((kind) => {
    const ofKind = blocksOf(blocks, kind);
    const sum = (count: (block: Block) => number) => ofKind.reduce((total, block) => total + count(block), 0);
    return {
      kind,
      purchased: sum(({ purchased }) => purchased),
      assigned: sum(({ assigned }) => assigned),
      inUse: sum(({ inUse }) => inUse),
      // Each block says the same; while a place is being taken, one may be ahead.
      waiting: Math.max(...ofKind.map(({ waiting }) => waiting)),
    };
  });

/** One of the blocks with a free seat, by chance: the more are free in it, the likelier. */
export const drawBlock = (blocks: readonly Block[]): Block | undefined => {
  const free = blocks.filter((block) => takenSeats(block) < block.purchased);
  let ticket = Math.random() * free.reduce((sum, block) => sum + freeSeats(block), 0);
  for (const block of free) {
    ticket -= freeSeats(block);
    if (ticket < 0) return block;
  }
  return free.at(-1);
};
