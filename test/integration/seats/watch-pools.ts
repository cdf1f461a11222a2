import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import { poolItem } from '../../../core/adapters/dynamodb/items/account.ts';
import { poolKey } from '../../../core/adapters/dynamodb/keys.ts';
import { type Block, MOST_BLOCKS } from '../../../core/adapters/dynamodb/pool-blocks.ts';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';

const PAUSE_MILLISECONDS = 50;

/** Every block of some pools at one moment; nothing while a write of them is under way. */
const blocksNow = async (
  { client, table }: Table,
  accountId: string,
  kinds: readonly LicenseKind[],
): Promise<readonly Block[] | undefined> => {
  const keys = kinds.flatMap((kind) =>
    Array.from({ length: MOST_BLOCKS }, (_, block) => poolKey(accountId, { kind, block })),
  );
  try {
    const { Responses = [] } = await client.send(
      new TransactGetCommand({ TransactItems: keys.map((Key) => ({ Get: { TableName: table, Key } })) }),
    );
    return Responses.flatMap(({ Item }) => (Item === undefined ? [] : [poolItem.parse(Item)]));
  } catch (error) {
    if (error instanceof TransactionCanceledException) return undefined;
    throw error;
  }
};

/** X-3 of one moment: what is wrong with these blocks, if anything. */
export const faultsOf = (blocks: readonly Block[]): readonly string[] => [
  ...blocks
    .filter(({ purchased, assigned, inUse }) => assigned < 0 || inUse < 0 || assigned + inUse > purchased)
    .map((block) => `is oversold, or gave back too much: ${JSON.stringify(block)}`),
  ...[...new Set(blocks.map(({ kind }) => kind))].flatMap((kind) => {
    const waiting = new Set(blocks.filter((block) => block.kind === kind).map((block) => block.waiting));
    return waiting.size > 1 ? [`of ${kind} the blocks say that ${[...waiting].join(', ')} wait`] : [];
  }),
];

/** Looks at the pools all the while that something goes on; answers how often it looked, and all that it saw go wrong. */
export const watchPools = async (
  table: Table,
  { accountId, kinds }: { accountId: string; kinds: readonly LicenseKind[] },
  work: () => Promise<unknown>,
) => {
  const faults = new Set<string>();
  let looks = 0;
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const blocks = await blocksNow(table, accountId, kinds);
      if (blocks !== undefined) {
        looks += 1;
        for (const fault of faultsOf(blocks)) faults.add(fault);
      }
      await sleep(PAUSE_MILLISECONDS);
    }
  };
  const watching = watch();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
  }
  return { looks, faults: [...faults] };
};
