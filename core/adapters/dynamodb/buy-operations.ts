import type { LedgerEntry, LedgerLine } from '../../domain/billing-ledger.ts';
import type { LicenseKind } from '../../domain/licenses.ts';
import { counterOf, freshPool, takenSeats } from '../../domain/pool.ts';
import type { Stamp } from '../../usecases/ports.ts';
import { poolItem } from './items/account.ts';
import { billingItem, ledgerItem } from './items/billing.ts';
import { billingKey, ledgerKey, poolKey } from './keys.ts';
import { type Block, blocksFor, blocksOf, deal } from './pool-blocks.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

type Operations = Record<string, Operation | undefined>;

/** What an account owns is at the version before the entry; from now on it is at the entry's. */
const billingOperation = (
  { table }: Store,
  { accountId, entry, planId }: LedgerEntry,
  stamp: Stamp,
): Operation => {
  const before = entry - 1;
  return {
    Put: {
      TableName: table,
      Item: { ...billingKey(accountId), ...billingItem.parse({ planId, version: entry }), changed: stamp },
      ...(before === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before } }),
    },
  };
};

/** The seats of one kind, dealt out to its blocks; a pool that has grown gets more of them, but never fewer. */
const poolOperations = (
  { table }: Store,
  accountId: string,
  { kind, before, after }: LedgerLine,
  blocks: readonly Block[],
  stamp: Stamp,
): Operations => {
  const isThere = blocks.length > 0;
  if (isThere && before === after) return {};
  const count = Math.max(blocks.length, blocksFor(after));
  const fresh = Array.from({ length: count - blocks.length }, (_, index) => ({
    ...freshPool(kind, 0),
    block: blocks.length + index,
    // Every block of a kind says how many wait for it.
    waiting: blocks[0]?.waiting ?? 0,
  }));
  const dealt = deal(after, [...blocks, ...fresh].map(takenSeats));
  const change = (block: Block, purchased: number): Operation | undefined => {
    const mustStay = fresh.length > 0 && block.block === 0;
    if (purchased === block.purchased && !mustStay) return undefined;
    return {
      Update: {
        TableName: table,
        Key: poolKey(accountId, block),
        UpdateExpression: 'SET purchased = :purchased, changed = :stamp',
        ConditionExpression: `${counterOf(kind)} <= :purchased${mustStay ? ' AND waiting = :waiting' : ''}`,
        ExpressionAttributeValues: {
          ':purchased': purchased,
          ':stamp': stamp,
          ...(mustStay && { ':waiting': block.waiting }),
        },
      },
    };
  };
  const add = (block: Block, purchased: number): Operation => ({
    Put: {
      TableName: table,
      Item: { ...poolKey(accountId, block), ...poolItem.parse({ ...block, purchased }), changed: stamp },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  return Object.fromEntries(
    [...blocks, ...fresh].map((block, index) => {
      const operation = index < blocks.length ? change : add;
      return [`block:${kind}:${block.block}`, operation(block, dealt[index] ?? 0)];
    }),
  );
};

/** The pools of kinds that the plan has no more go, while nobody has a seat of them or waits for one. */
const goneOperations = (
  { table }: Store,
  { accountId }: LedgerEntry,
  gone: readonly LicenseKind[],
  blocks: readonly Block[],
): Operations =>
  Object.fromEntries(
    blocks
      .filter(({ kind }) => gone.includes(kind))
      .map((block) => [
        `block:${block.kind}:${block.block}`,
        {
          Delete: {
            TableName: table,
            Key: poolKey(accountId, block),
            ConditionExpression: `${counterOf(block.kind)} = :none AND waiting = :none`,
            ExpressionAttributeValues: { ':none': 0 },
          },
        },
      ]),
  );

/** All that one change of what an account owns writes, and all that must hold for it. */
export const buyOperations = (
  store: Store,
  entry: LedgerEntry,
  gone: readonly LicenseKind[],
  blocks: readonly Block[],
  stamp: Stamp,
): Operations => ({
  billing: billingOperation(store, entry, stamp),
  entry: {
    Put: {
      TableName: store.table,
      Item: { ...ledgerKey(entry.accountId, entry.entry), ...ledgerItem.parse(entry), changed: stamp },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  ...Object.assign(
    {},
    ...entry.lines
      .filter(({ kind }) => !gone.includes(kind))
      .map((line) => poolOperations(store, entry.accountId, line, blocksOf(blocks, line.kind), stamp)),
  ),
  ...goneOperations(store, entry, gone, blocks),
});
