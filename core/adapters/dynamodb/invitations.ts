import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { accountId, userId } from '../../domain/ids.ts';
import { time } from '../../domain/time.ts';
import type { Invitations, MemberRef, Stamp } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { readDue } from './due.ts';
import { DUE_INVITATIONS, invitingKey, invitingPk, memberKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

const invitingItem = z.object({ dueAt: time });

/** The operation that leaves an invitation to be sent, if one is due at any time (RFC 3339) · 2 write units, 1 of index. */
export const leaveInvitation = (
  { table }: Store,
  { accountId, userId }: MemberRef,
  dueAt: string | undefined,
  stamp: Stamp,
): Operation | undefined =>
  dueAt === undefined
    ? undefined
    : {
        Put: {
          TableName: table,
          Item: {
            ...invitingKey({ accountId, userId }),
            accountId,
            userId,
            duePk: DUE_INVITATIONS,
            dueAt,
            changed: stamp,
          },
        },
      };

export const dynamodbInvitations = (store: Store): Invitations => ({
  /** AP-42 · invitations to be sent, of all accounts, oldest first · Query on by-due, half a read unit per 4 KB. */
  async due(now, limit) {
    const items = await readDue(store, DUE_INVITATIONS, now, limit);
    return items.map(({ pk, sk, dueAt }) => ({
      accountId: accountId.parse(pk.slice(invitingPk('').length)),
      userId: userId.parse(sk),
      dueAt,
    }));
  },

  /** AP-43 · an invitation to be sent · GetItem, consistent, 1 read unit. */
  async read(ref) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: invitingKey(ref), ConsistentRead: true }),
    );
    return Item && invitingItem.parse(Item);
  },

  /** AP-44 · make it one's own to send it · UpdateItem, 1 write unit, 2 of index. */
  async claim(ref, dueAt, until) {
    const { written } = await updateIf(store, {
      Key: invitingKey(ref),
      UpdateExpression: 'SET dueAt = :until',
      ConditionExpression: 'dueAt = :due',
      ExpressionAttributeValues: { ':until': until, ':due': dueAt },
    });
    return written;
  },

  /**
   * AP-45 · nothing is due any more, and the member was invited · 1 transaction, 4 write units, 3 of index; or they are
   * not to be · DeleteItem, 1 write unit, 1 of index. A repeat does nothing.
   */
  async settle(ref, invitedAt, stamp) {
    const removal = { TableName: store.table, Key: invitingKey(ref) };
    const forget = () => store.client.send(new DeleteCommand(removal));
    if (invitedAt === undefined) {
      await forget();
      return;
    }
    const refused = await transact(store, {
      invitation: { Delete: { ...removal, ConditionExpression: 'attribute_exists(pk)' } },
      member: {
        Update: {
          TableName: store.table,
          Key: memberKey(ref),
          UpdateExpression: 'SET invitedAt = :at, changed = :stamp',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': invitedAt, ':stamp': stamp },
        },
      },
    });
    // Nobody is there any more of whom it could be said.
    if (refused.has('member')) await forget();
  },
});
