import { Busy } from '../../domain/errors.ts';
import type { Members } from '../../usecases/ports.ts';
import { memberKey, sectionKey, userKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';

/**
 * AP-26 · remove an onboarding member and their user with every section · 1 transaction, 2 write units per item, 1 of
 * index. A repeat does nothing.
 */
export const removeMember =
  (store: Store): Members['remove'] =>
  async ({ member, records }) => {
    const remove = (Key: { pk: string; sk: string }, condition: Partial<Operation['Delete']> = {}) => ({
      Delete: { TableName: store.table, Key, ...condition },
    });
    const refused = await transact(store, {
      user: remove(userKey(member.userId)),
      member: remove(memberKey(member), {
        ConditionExpression: '#status = :onboarding',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':onboarding': 'onboarding' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
      ...Object.fromEntries(
        records.map((record) => [record.section, remove(sectionKey(member, record.section))]),
      ),
    });
    const isGone = refused.has('member') && refused.get('member') === undefined;
    if (refused.size > 0 && !isGone) throw new Busy();
  };
