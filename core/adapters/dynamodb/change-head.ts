import type { Member } from '../../domain/member.ts';
import type { HeadChange, Stamp } from '../../usecases/ports.ts';
import { memberItem } from './items/member.ts';
import { accountKey, memberKey, userKey } from './keys.ts';
import { headPlaces } from './member-items.ts';
import { checkRole } from './role-as-read.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

type Update = Omit<NonNullable<Operation['Update']>, 'TableName'>;

/** What an access change may set on a member's head, or take away: names are no matter of it. */
const accessOf = ({ folderId, role, status, version, deactivationReason, signedOutAt }: Member) => ({
  folderId,
  role,
  status,
  version,
  deactivationReason,
  signedOutAt,
});

/** What an edit may set. */
const profileOf = ({ firstName, lastName, email, loginId, location, version }: Member) => ({
  firstName,
  lastName,
  email,
  loginId,
  location,
  version,
});

/** The head as changed, while it is at the version and in the state in which it was read. */
const changeMember = (
  before: Member,
  changes: Partial<Member> & Pick<Member, 'version'>,
  stamp: Stamp,
): Update => {
  const attributes = Object.entries({
    ...changes,
    ...headPlaces({ ...before, ...changes }),
    changed: stamp,
  });
  const set = attributes.filter(([, value]) => value !== undefined);
  const removed = attributes.filter(([, value]) => value === undefined);
  const { status, version } = before;
  return {
    Key: memberKey(before),
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
    ExpressionAttributeNames: {
      '#status': 'status',
      ...Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ':beforeStatus': status,
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

const updateIn =
  ({ table }: Store) =>
  (input: Update | undefined): Operation | undefined =>
    input && { Update: { TableName: table, ...input } };

/**
 * The operations that change a member's head, if nobody has since it was read · 2 write units, 2 of index (one more when
 * status or folder changes); 2 more for the check of their role when they begin or cease to be active, 2 for the account
 * when its administrators change, 2 for the user when their agency role does.
 */
export const changeHead = (store: Store, change: HeadChange, stamp: Stamp) => {
  const { before, member, administrators, agencyRole } = change;
  const update = updateIn(store);
  return {
    member: update(changeMember(before.member, accessOf(memberItem.parse(member)), stamp)),
    account: update(countAdministrators(member.accountId, administrators)),
    user: update(setAgencyRole(member.userId, agencyRole, stamp)),
    'section:permissions': checkRole(store, change),
  };
};

/**
 * The operation that changes who a member is and where they sit, if nobody has changed their head since it was read ·
 * 2 write units, 2 of index, 6 when the name changes.
 */
export const editHead = (store: Store, before: Member, member: Member, stamp: Stamp) =>
  updateIn(store)(changeMember(before, profileOf(memberItem.parse(member)), stamp));
