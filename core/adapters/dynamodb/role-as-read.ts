import { ADMINISTRATOR } from '../../domain/roles.ts';
import { recordOf } from '../../domain/section-record.ts';
import type { HeadChange, MemberRecord } from '../../usecases/ports.ts';
import { sectionKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

/**
 * That a member is, or is not, an administrator as they were when they were read. The version of their head does not tell
 * it: a Query may see half of a transaction, the head as it has become and the permissions as they were.
 */
const isRoleAsRead = ({ records }: MemberRecord) => {
  const isAdministrator = '#data.#role = :administrator';
  const wasAdministrator = recordOf(records, 'permissions')?.data?.role === ADMINISTRATOR;
  return {
    ConditionExpression: wasAdministrator ? isAdministrator : `NOT ${isAdministrator}`,
    ExpressionAttributeNames: { '#data': 'data', '#role': 'role' },
    ExpressionAttributeValues: { ':administrator': ADMINISTRATOR },
  };
};

/** Checks it where a member begins or ceases to be active: by their role they are counted, or not. */
export const checkRole = ({ table }: Store, { before, member }: HeadChange): Operation | undefined =>
  (before.member.status === 'active') === (member.status === 'active')
    ? undefined
    : {
        ConditionCheck: {
          TableName: table,
          Key: sectionKey(member, 'permissions'),
          ...isRoleAsRead(before),
        },
      };
