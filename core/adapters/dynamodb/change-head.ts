import type { Member } from '../../domain/member.ts';
import type { HeadChange, Stamp } from '../../usecases/ports.ts';
import { memberItem } from './items/member.ts';
import { accountKey, memberKey, membersByStatus, userKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

type Update = Omit<NonNullable<Operation['Update']>, 'TableName'>;

/** What a change may set on a member's head, or take away. Names are no matter of this. */
const changeable = ({ folderId, status, version, deactivationReason, signedOutAt }: Member) => ({
  folderId,
  status,
  version,
  deactivationReason,
  signedOutAt,
});

/** The head as changed, while it is at the version and in the state in which it was read. */
const changeMember = ({ before, member }: HeadChange, stamp: Stamp): Update => {
  const attributes = Object.entries({
    ...changeable(memberItem.parse(member)),
    statusPk: membersByStatus(member.accountId, member.status),
    changed: stamp,
  });
  const set = attributes.filter(([, value]) => value !== undefined);
  const removed = attributes.filter(([, value]) => value === undefined);
  const version = before.member.version;
  return {
    Key: memberKey(member),
    UpdateExpression: [
      `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ...(removed.length > 0 ? [`REMOVE ${removed.map(([name]) => `#${name}`).join(', ')}`] : []),
    ].join(' '),
    // Heads of before there were versions count as version 0.
    ConditionExpression: `#status = :beforeStatus AND ${
      version === 0
        ? '(attribute_not_exists(#version) OR #version = :beforeVersion)'
        : '#version = :beforeVersion'
    }`,
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ':beforeStatus': before.member.status,
      ':beforeVersion': version,
    },
  };
};

const countAdministrators = (accountId: string, by: HeadChange['administrators']): Update | undefined =>
  by === 0
    ? undefined
    : {
        Key: accountKey(accountId),
        UpdateExpression: 'ADD activeAdministrators :by',
        ConditionExpression: by === 1 ? 'attribute_exists(pk)' : 'activeAdministrators > :last',
        ExpressionAttributeValues: { ':by': by, ...(by === -1 && { ':last': 1 }) },
      };

const setAgencyRole = (userId: string, agencyRole: HeadChange['agencyRole'], stamp: Stamp) =>
  agencyRole && {
    Key: userKey(userId),
    UpdateExpression:
      agencyRole.is === undefined
        ? 'SET changed = :stamp REMOVE agencyRole'
        : 'SET changed = :stamp, agencyRole = :role',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':stamp': stamp, ...(agencyRole.is && { ':role': agencyRole.is }) },
  };

/**
 * The operations that change a member's head, if nobody has since it was read · 2 write units, 1 of index (2 when the
 * status changes); 2 more for the account when its administrators change, 2 for the user when their agency role does.
 */
export const changeHead = ({ table }: Store, change: HeadChange, stamp: Stamp) => {
  const { member, administrators, agencyRole } = change;
  const update = (input: Update | undefined): Operation | undefined =>
    input && { Update: { TableName: table, ...input } };
  return {
    member: update(changeMember(change, stamp)),
    account: update(countAdministrators(member.accountId, administrators)),
    user: update(setAgencyRole(member.userId, agencyRole, stamp)),
  };
};
