import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import type { Members } from '../../usecases/ports.ts';
import { userItem } from './items/user.ts';
import { userKey } from './keys.ts';
import { headItem, loginItem, sectionItem } from './member-items.ts';
import { removal } from './remove-member.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

export const joinMembers = (store: Store): Pick<Members, 'join' | 'leave'> => ({
  /**
   * AP-25 · create the member of a user who exists, with the profile's record, and name the account among the user's ·
   * 1 transaction, 8 write units, 6 of index.
   */
  async join(member, record, stamp) {
    const put = (item: object): Operation => ({
      Put: {
        TableName: store.table,
        Item: { ...item, changed: stamp },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    const refused = await transact(store, {
      user: {
        Update: {
          TableName: store.table,
          Key: userKey(member.userId),
          UpdateExpression: 'SET accountIds = list_append(accountIds, :accounts), changed = :stamp',
          ConditionExpression: 'attribute_exists(pk) AND NOT contains(accountIds, :account)',
          ExpressionAttributeValues: {
            ':accounts': [member.accountId],
            ':account': member.accountId,
            ':stamp': stamp,
          },
        },
      },
      member: put(headItem(member)),
      record: put(sectionItem(member, record)),
      login: put(loginItem(member)),
    });
    if (refused.size > 0 && refused.get('record')?.runId !== record.runId) throw new Busy();
  },

  /**
   * AP-27 · remove an onboarding member with every section, and the account from the user's · GetItem, consistent, 1
   * read unit: where in the user's list the account stands; the edges of assets in batches, 1 write unit each; then 1
   * transaction, 2 write units per item and file, 6 of index. A repeat does nothing.
   */
  async leave(found, stamp) {
    const { accountId, userId } = found.member;
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: userKey(userId), ConsistentRead: true }),
    );
    const place = Item === undefined ? -1 : userItem.parse(Item).accountIds.indexOf(accountId);
    await removal(store)(
      found,
      place === -1
        ? undefined
        : {
            Update: {
              TableName: store.table,
              Key: userKey(userId),
              UpdateExpression: `REMOVE accountIds[${place}]`,
              // Another account may have come or gone since: then this is another's place.
              ConditionExpression: `accountIds[${place}] = :account`,
              ExpressionAttributeValues: { ':account': accountId },
            },
          },
      stamp,
    );
  },
});
