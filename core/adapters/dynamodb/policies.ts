import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { firstPolicy, type Policy, policy as policyItem } from '../../domain/authorization/policy.ts';
import { Busy, PolicyFull } from '../../domain/errors.ts';
import { userId } from '../../domain/ids.ts';
import type { Policies } from '../../usecases/ports.ts';
import { accountKey, policyKey, USE_EDGE, useCountKey } from './keys.ts';
import { keepReplay, replayFrom } from './replays.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

/**
 * How long the document may be, as JSON, which is longer than the item: it stays below DynamoDB's 400 KB for one item.
 */
const MOST_BYTES = 350_000;

const fitting = (policy: Policy): Policy => {
  const document = policyItem.parse(policy);
  if (Buffer.byteLength(JSON.stringify(document)) > MOST_BYTES) {
    throw new PolicyFull('The roles, folders and groups of the account are too many, or too long, together.');
  }
  return document;
};

const edge = z.object({ userId, name: z.string() });

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);

export const dynamodbPolicies = (store: Store): Policies => ({
  /** AP-60 · the policy of an account · GetItem, consistent, 1 read unit per 4 KB. */
  async read(accountId) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: policyKey(accountId), ConsistentRead: true }),
    );
    return Item === undefined ? firstPolicy(accountId) : policyItem.parse(Item);
  },

  /**
   * AP-61 · replace the policy, if nobody has since it was read, and if nobody uses what is deleted · 1 transaction,
   * 2 write units per KB of policy and 2 for the account's head; 2 more for what is created or deleted, and 2 with an
   * Idempotency-Key.
   */
  async change(policy, { created, deleted }, stamp, idempotency) {
    const { accountId, version } = policy;
    const before = version - 1;
    const put = (Item: Record<string, unknown>, condition: Partial<NonNullable<Operation['Put']>>) => ({
      Put: { TableName: store.table, Item: { ...Item, changed: stamp }, ...condition },
    });
    const refused = await transact(store, {
      document: put(
        { ...policyKey(accountId), ...fitting(policy) },
        {
          // Nobody stores the first policy: the account has it as long as it has no other.
          ConditionExpression: before === 0 ? 'attribute_not_exists(pk)' : 'version = :before',
          ...(before > 0 && { ExpressionAttributeValues: { ':before': before } }),
        },
      ),
      account: {
        Update: {
          TableName: store.table,
          Key: accountKey(accountId),
          UpdateExpression: 'SET policyVersion = :version, changed = :stamp',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':version': version, ':stamp': stamp },
        },
      },
      created:
        created &&
        put(
          { ...useCountKey(accountId, created), members: 0 },
          { ConditionExpression: 'attribute_not_exists(pk)' },
        ),
      deleted: deleted && {
        Delete: {
          TableName: store.table,
          Key: useCountKey(accountId, deleted),
          ConditionExpression: 'attribute_not_exists(pk) OR members = :none',
          ExpressionAttributeValues: { ':none': 0 },
        },
      },
      replay: idempotency && keepReplay(store, idempotency.key, idempotency.resultId, stamp),
    });
    if (refused.size === 0) return { outcome: 'changed' };
    if (idempotency && refused.has('replay')) {
      return { outcome: 'replayed', replayOf: replayFrom(refused.get('replay'), idempotency.key) };
    }
    if (refused.has('deleted')) return { outcome: 'in-use' };
    if (refused.has('document')) return { outcome: 'stale' };
    // Nothing was written, and no other change is to blame: there is no account, or something bears the new id.
    throw new Busy();
  },

  /** AP-62 · who uses a role, a folder or a group · Query, consistent, 1 read unit per 4 KB. */
  async users(accountId, use, limit) {
    const { Items = [] } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :edge)',
        ExpressionAttributeValues: { ':pk': useCountKey(accountId, use).pk, ':edge': USE_EDGE },
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => edge.parse(item)).sort(byName);
  },
});
