import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import { sectionRecord } from '../../domain/section-record.ts';
import type { Members } from '../../usecases/ports.ts';
import { memberItem } from './items/member.ts';
import { userItem } from './items/user.ts';
import { memberKey, membersByStatus, sectionKey, userKey } from './keys.ts';
import { nameKey } from './list-members.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

export const joinMembers = (store: Store): Pick<Members, 'join' | 'leave'> => ({
  /**
   * AP-25 · create the member of a user who exists, with the profile's record, and name the account among the user's ·
   * 1 transaction, 6 write units, 1 of index.
   */
  async join(member, record, stamp) {
    const put = (Key: { pk: string; sk: string }, item: object): Operation => ({
      Put: {
        TableName: store.table,
        Item: { ...Key, ...item, changed: stamp },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
    const index = { statusPk: membersByStatus(member.accountId, member.status), statusSk: nameKey(member) };
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
      member: put(memberKey(member), { ...memberItem.parse(member), ...index }),
      record: put(sectionKey(member, record.section), sectionRecord.parse(record)),
    });
    if (refused.size > 0 && refused.get('record')?.runId !== record.runId) throw new Busy();
  },

  /**
   * AP-27 · remove an onboarding member with every section, and the account from the user's · GetItem, consistent, 1
   * read unit: where in the user's list the account stands; then 1 transaction, 2 write units per item, 1 of index.
   * A repeat does nothing.
   */
  async leave({ member, records }) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: userKey(member.userId), ConsistentRead: true }),
    );
    const place = Item === undefined ? -1 : userItem.parse(Item).accountIds.indexOf(member.accountId);
    const remove = (Key: { pk: string; sk: string }, condition: Partial<Operation['Delete']> = {}) => ({
      Delete: { TableName: store.table, Key, ...condition },
    });
    const refused = await transact(store, {
      member: remove(memberKey(member), {
        ConditionExpression: '#status = :onboarding',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':onboarding': 'onboarding' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
      user:
        place === -1
          ? undefined
          : {
              Update: {
                TableName: store.table,
                Key: userKey(member.userId),
                UpdateExpression: `REMOVE accountIds[${place}]`,
                // Another account may have come or gone since: then this is another's place.
                ConditionExpression: `accountIds[${place}] = :account`,
                ExpressionAttributeValues: { ':account': member.accountId },
              },
            },
      ...Object.fromEntries(
        records.map((record) => [record.section, remove(sectionKey(member, record.section))]),
      ),
    });
    const isGone = refused.has('member') && refused.get('member') === undefined;
    if (refused.size > 0 && !isGone) throw new Busy();
  },
});
