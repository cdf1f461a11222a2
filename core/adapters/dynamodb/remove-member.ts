import { Busy } from '../../domain/errors.ts';
import { recordOf } from '../../domain/section-record.ts';
import type { MemberRecord, Members } from '../../usecases/ports.ts';
import { accountKey, memberKey, sectionKey, userKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

const isActiveAdministrator = ({ member, records }: MemberRecord): boolean =>
  member.status === 'active' && recordOf(records, 'permissions')?.data?.role === 'administrator';

/**
 * AP-26 · remove a member and their user with every section · 1 transaction, 2 write units per item. An active
 * administrator is uncounted with it; the account's last one cannot go. A repeat does nothing.
 */
export const removeMember =
  (store: Store): Members['remove'] =>
  async (found) => {
    const { member, records } = found;
    const remove = (Key: { pk: string; sk: string }, condition: Partial<Operation['Delete']> = {}) => ({
      Delete: { TableName: store.table, Key, ...condition },
    });
    const refused = await transact(store, {
      user: remove(userKey(member.userId)),
      member: remove(memberKey(member), {
        ConditionExpression: '#status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': member.status },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
      account: isActiveAdministrator(found)
        ? {
            Update: {
              TableName: store.table,
              Key: accountKey(member.accountId),
              UpdateExpression: 'ADD activeAdministrators :less',
              ConditionExpression: 'activeAdministrators > :one',
              ExpressionAttributeValues: { ':less': -1, ':one': 1 },
            },
          }
        : undefined,
      ...Object.fromEntries(
        records.map((record) => [record.section, remove(sectionKey(member, record.section))]),
      ),
    });
    const isGone = refused.has('member') && refused.get('member') === undefined;
    if (refused.size > 0 && !isGone) throw new Busy();
  };
