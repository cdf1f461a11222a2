import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LedgerEntry } from '../../domain/billing-ledger.ts';
import { Busy, ChangedMeanwhile } from '../../domain/errors.ts';
import { takenSeats } from '../../domain/pool.ts';
import type { Billing } from '../../usecases/ports.ts';
import { buyOperations } from './buy-operations.ts';
import { ledgerItem } from './items/billing.ts';
import { ledgerKey, ledgerPk } from './keys.ts';
import { type Block, blocksOf, poolsOf } from './pool-blocks.ts';
import { queryPage } from './query-page.ts';
import { readWholeAccount } from './read-account.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** How often seats may be taken and given back between looking and changing before we give up for now. */
const TRIES = 8;
const FIRST_PAUSE_MILLISECONDS = 10;

const position = z.string().check(z.regex(/^\d{10}$/));

/** Whether the ledger has this very entry: then the answer to making it was lost on the way. */
const isKept = async ({ client, table }: Store, entry: LedgerEntry): Promise<boolean> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: ledgerKey(entry.accountId, entry.entry), ConsistentRead: true }),
  );
  return Item !== undefined && isDeepStrictEqual(ledgerItem.parse(Item), ledgerItem.parse(entry));
};

const takenBeyond = ({ lines }: LedgerEntry, blocks: readonly Block[]) =>
  lines.flatMap(({ kind, after }) => {
    const taken = blocksOf(blocks, kind).reduce((sum, block) => sum + takenSeats(block), 0);
    return taken > after ? [kind] : [];
  });

const changeOwned =
  (store: Store): Billing['change'] =>
  async (entry, stamp, gone = []) => {
    const stale = async () => {
      if (await isKept(store, entry)) return { taken: [] };
      throw new ChangedMeanwhile();
    };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const found = await readWholeAccount(store, entry.accountId);
      if (found?.version !== entry.entry - 1) return stale();
      const taken = takenBeyond(entry, found.blocks);
      if (taken.length > 0) return { taken };
      const isWaitedFor = found.blocks.some(({ kind, waiting }) => gone.includes(kind) && waiting > 0);
      if (isWaitedFor) throw new ChangedMeanwhile();
      const refused = await transact(store, buyOperations(store, entry, gone, found.blocks, stamp));
      if (refused.size === 0) return { taken: [] };
      if (refused.has('billing') || refused.has('entry')) return stale();
      // A seat was taken, or somebody joined the line, since the blocks were read: dealt out anew, it may well fit.
      await sleep(Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt);
    }
    throw new Busy();
  };

export const dynamodbBilling = (store: Store): Billing => ({
  /** AP-03 · what an account owns; the account itself is left out. */
  async read(accountId) {
    const found = await readWholeAccount(store, accountId);
    if (found === undefined) return undefined;
    const { planId, version, blocks } = found;
    return { planId, version, pools: poolsOf(blocks) };
  },

  /**
   * AP-86 · buy seats and give seats up, all of it or nothing · AP-03 first; then 1 transaction: the plan's version if
   * it is the one before, the ledger entry if absent, and every block whose seats change while no more than those are
   * taken, or goes while none is taken and nobody waits · 2 write units each: 4, and 2 to 16 for each kind that changes. A block that is new says how many wait, on
   * condition that it is still so.
   */
  change: changeOwned(store),

  /** AP-87 · the ledger of an account, newest first · Query, consistent, 1 read unit per 4 KB. */
  ledger: (accountId, page) =>
    queryPage(store, page, {
      accountId,
      name: 'ledger/',
      partition: ledgerPk(accountId),
      sortKey: position,
      sortKeyOf: ({ entry }) => ledgerKey(accountId, entry).sk,
      parse: (item) => ledgerItem.parse(item),
      descending: true,
      // The latest entry says what is charged, also to whoever has just made it.
      consistent: true,
    }),

  /** AP-88 · every ledger entry from before a time, oldest first · Query, consistent, 1 read unit per 4 KB. */
  async entriesBefore(accountId, time) {
    const entries: LedgerEntry[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await store.client.send(
        new QueryCommand({
          TableName: store.table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ledgerPk(accountId) },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      entries.push(...Items.map((item) => ledgerItem.parse(item)));
      from = LastEvaluatedKey;
    } while (from !== undefined);
    return entries.filter(({ at }) => at < time);
  },
});
