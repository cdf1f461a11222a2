import { createHash, randomBytes } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { NotFound } from '../../domain/errors.ts';
import { accountKey } from './keys.ts';
import type { Store } from './store.ts';

const KEY_BYTES = 32;
const MOST_KEPT = 1_000;

const keyItem = z.object({
  accountId: z.string(),
  createdAt: z.string(),
  cursorKey: z.optional(z.string()),
});

/** Never changes, so that what was read once holds as long as the process; the oldest goes when there are too many. */
const kept = new Map<string, Buffer>();

/** The key of a new account's cursors, as its head has it. Nothing but AP-14 reads it. */
export const newCursorKey = (): string => randomBytes(KEY_BYTES).toString('base64');

/**
 * Accounts of before there were keys, which are only ever local data: whoever knows when one was created could make
 * cursors of it.
 */
const keyFromBefore = ({ accountId, createdAt }: z.infer<typeof keyItem>): Buffer =>
  createHash('sha256').update(`${accountId} ${createdAt}`).digest();

/**
 * AP-14 · the key of an account's cursors · GetItem, consistent, 1 read unit, once per process and account: only when a
 * page follows another, or is followed by one. Throws `NotFound`.
 */
export const readCursorKey = async ({ client, table }: Store, accountId: string): Promise<Buffer> => {
  const known = kept.get(accountId);
  if (known !== undefined) return known;
  const { Item } = await client.send(
    new GetCommand({
      TableName: table,
      Key: accountKey(accountId),
      ConsistentRead: true,
      ProjectionExpression: 'accountId, createdAt, cursorKey',
    }),
  );
  if (Item === undefined) throw new NotFound();
  const head = keyItem.parse(Item);
  const key = head.cursorKey === undefined ? keyFromBefore(head) : Buffer.from(head.cursorKey, 'base64');
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(accountId, key);
  return key;
};
