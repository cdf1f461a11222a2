import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Account } from '../../domain/account.ts';
import { accountItem, poolItem } from './items/account.ts';
import { billingItem } from './items/billing.ts';
import { accountKey, billingKey, HEAD, POOL_BLOCK } from './keys.ts';
import type { Block } from './pool-blocks.ts';
import type { Store } from './store.ts';

/** An account with what it owns. */
interface Found {
  account: Account;
  planId: string;
  version: number;
  blocks: readonly Block[];
}

/** What accounts of before there was billing have: the first plan, and no entry. */
const NOT_BILLED_YET = { planId: '', version: 0 };

/** AP-03 · an account with its plan and its pools · Query, consistent, 1 read unit per 4 KB (some 15 blocks). */
export const readWholeAccount = async (
  { client, table }: Store,
  accountId: string,
): Promise<Found | undefined> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': accountKey(accountId).pk },
      ConsistentRead: true,
    }),
  );
  const head = Items.find(({ sk }) => sk === HEAD);
  if (head === undefined) return undefined;
  const billing = Items.find(({ sk }) => sk === billingKey(accountId).sk);
  const blocks = Items.filter(({ sk }) => String(sk).startsWith(POOL_BLOCK));
  return {
    account: accountItem.parse(head),
    ...(billing === undefined ? NOT_BILLED_YET : billingItem.parse(billing)),
    blocks: blocks.map((item) => poolItem.parse(item)),
  };
};
