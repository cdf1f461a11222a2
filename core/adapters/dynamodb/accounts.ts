import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Account } from '../../domain/account.ts';
import type { LedgerEntry } from '../../domain/billing-ledger.ts';
import { type Fault, InvalidRequest, NotFound } from '../../domain/errors.ts';
import { freshPool } from '../../domain/pool.ts';
import type { Accounts } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { newCursorKey } from './cursor-key.ts';
import { accountItem, poolItem } from './items/account.ts';
import { agencyAccountItem } from './items/agency.ts';
import { billingItem, ledgerItem } from './items/billing.ts';
import { accountKey, agencyAccountKey, agencyKey, billingKey, ledgerKey, poolKey } from './keys.ts';
import { type Block, blocksFor, deal, poolsOf } from './pool-blocks.ts';
import { readWholeAccount } from './read-account.ts';
import type { Store } from './store.ts';
import { type Operation, type Refusals, transact } from './transact.ts';

/** What an account may belong to, and what is to blame when that is not there. */
const BELONGS_TO = {
  agency: { pointer: '/account/agencyId', detail: 'names no agency' },
  parent: { pointer: '/account/parentAccountId', detail: 'names no other account' },
} as const satisfies Record<string, Fault>;

const refuseMissing = (refused: Refusals): void => {
  const missing = (['agency', 'parent'] as const).filter((name) => refused.has(name));
  if (missing.length > 0) throw new InvalidRequest(missing.map((name) => BELONGS_TO[name]));
};

/** DynamoDB takes no two operations on one item. */
const refuseOwnParent = ({ accountId, parentAccountId }: Account): void => {
  if (parentAccountId === accountId) throw new InvalidRequest([BELONGS_TO.parent]);
};

/** The blocks of the pools that the opening entry says, with nothing taken from them. */
const openingBlocks = ({ lines }: LedgerEntry): readonly Block[] =>
  lines.flatMap(({ kind, after }) =>
    deal(after, Array<number>(blocksFor(after)).fill(0)).map((purchased, block) => ({
      ...freshPool(kind, purchased),
      block,
    })),
  );

export const dynamodbAccounts = (store: Store): Accounts => ({
  /**
   * AP-01 · create an account with what it owns: pools in blocks, plan, the first entry of its ledger; and its place in
   * its agency · 1 transaction, 2 write units per item, and for each of agency and parent that has to be there.
   */
  async create(account, opening, stamp) {
    const put = (key: { pk: string; sk: string }, item: object): Operation => ({
      Put: {
        TableName: store.table,
        Item: { ...key, ...item, changed: stamp },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });
    const exists = (Key: { pk: string; sk: string }): Operation => ({
      ConditionCheck: { TableName: store.table, Key, ConditionExpression: 'attribute_exists(pk)' },
    });
    const { accountId, agencyId, parentAccountId } = account;
    refuseOwnParent(account);
    const refused = await transact(store, {
      head: put(accountKey(accountId), {
        ...accountItem.parse(account),
        activeAdministrators: 0,
        cursorKey: newCursorKey(),
      }),
      agency: agencyId === undefined ? undefined : exists(agencyKey(agencyId)),
      place:
        agencyId === undefined
          ? undefined
          : put(agencyAccountKey(agencyId, accountId), agencyAccountItem.parse(account)),
      parent: parentAccountId === undefined ? undefined : exists(accountKey(parentAccountId)),
      billing: put(
        billingKey(accountId),
        billingItem.parse({ planId: opening.planId, version: opening.entry }),
      ),
      entry: put(ledgerKey(accountId, opening.entry), ledgerItem.parse(opening)),
      ...Object.fromEntries(
        openingBlocks(opening).map((block) => [
          `${block.kind}:${block.block}`,
          put(poolKey(accountId, block), poolItem.parse(block)),
        ]),
      ),
    });
    // A repeat, whatever it names now.
    if (!refused.has('head')) refuseMissing(refused);
  },

  /** AP-09 · change how an account wants things done · UpdateItem, 1 write unit. */
  async change(accountId, { licensePolicy, apps }, stamp) {
    const changes = Object.entries({ licensePolicy, apps, changed: stamp }).filter(
      ([, value]) => value !== undefined,
    );
    const { written } = await updateIf(store, {
      Key: accountKey(accountId),
      UpdateExpression: `SET ${changes.map(([name]) => `${name} = :${name}`).join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: Object.fromEntries(changes.map(([name, value]) => [`:${name}`, value])),
    });
    if (!written) throw new NotFound();
  },

  /** AP-02 · an account's head · GetItem, consistent, 1 read unit. */
  async read(accountId) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: accountKey(accountId), ConsistentRead: true }),
    );
    return Item && accountItem.parse(Item);
  },

  /** AP-03 · an account with its pools; its plan is left out. */
  async readWithPools(accountId) {
    const found = await readWholeAccount(store, accountId);
    return found && { account: found.account, pools: poolsOf(found.blocks) };
  },
});
