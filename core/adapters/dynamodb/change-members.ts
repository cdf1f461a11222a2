import { Busy, ChangedMeanwhile, LastAdministrator } from '../../domain/errors.ts';
import type { Member } from '../../domain/member.ts';
import { sectionRecord } from '../../domain/section-record.ts';
import { fullName } from '../../domain/sections/profile.ts';
import type { MemberChange, Members, Stamp } from '../../usecases/ports.ts';
import { memberItem } from './items/member.ts';
import { accountKey, memberKey, membersByStatus, sectionKey, userKey } from './keys.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';
import { isDeleted, moveUses } from './uses.ts';

type Update = Omit<NonNullable<Operation['Update']>, 'TableName'>;

/** What a change may set on a member's head, or take away. Names are no matter of this. */
const changeable = ({ folderId, status, accessVersion, deactivationReason, signedOutAt }: Member) => ({
  folderId,
  status,
  accessVersion,
  deactivationReason,
  signedOutAt,
});

/** The head as changed, while it is at the version and in the state in which it was read. */
const changeHead = ({ before, member }: MemberChange, stamp: Stamp): Update => {
  const attributes = Object.entries({
    ...changeable(memberItem.parse(member)),
    statusPk: membersByStatus(member.accountId, member.status),
    changed: stamp,
  });
  const set = attributes.filter(([, value]) => value !== undefined);
  const removed = attributes.filter(([, value]) => value === undefined);
  const version = before.member.accessVersion;
  return {
    Key: memberKey(member),
    UpdateExpression: [
      `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ...(removed.length > 0 ? [`REMOVE ${removed.map(([name]) => `#${name}`).join(', ')}`] : []),
    ].join(' '),
    // Heads of before there were versions count as version 0.
    ConditionExpression: `#status = :beforeStatus AND ${
      version === 0
        ? '(attribute_not_exists(#accessVersion) OR #accessVersion = :beforeVersion)'
        : '#accessVersion = :beforeVersion'
    }`,
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ':beforeStatus': before.member.status,
      ':beforeVersion': version,
    },
  };
};

const countAdministrators = (accountId: string, by: MemberChange['administrators']): Update | undefined =>
  by === 0
    ? undefined
    : {
        Key: accountKey(accountId),
        UpdateExpression: 'ADD activeAdministrators :by',
        ConditionExpression: by === 1 ? 'attribute_exists(pk)' : 'activeAdministrators > :last',
        ExpressionAttributeValues: { ':by': by, ...(by === -1 && { ':last': 1 }) },
      };

const setAgencyRole = (userId: string, agencyRole: MemberChange['agencyRole'], stamp: Stamp) =>
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
 * AP-24 · change what a member may do, if nobody has since it was read · 1 transaction, 2 write units for the member,
 * 1 of index (2 when the status changes); 2 more per section, 4 per use taken or given up, 2 for the account when
 * its administrators change, 2 for the user when their agency role does.
 */
export const changeMembers =
  (store: Store): Members['change'] =>
  async (change, stamp) => {
    const { member, records, taken, givenUp, administrators, agencyRole } = change;
    const update = (input: Update | undefined): Operation | undefined =>
      input && { Update: { TableName: store.table, ...input } };
    const refused = await transact(store, {
      member: update(changeHead(change, stamp)),
      account: update(countAdministrators(member.accountId, administrators)),
      user: update(setAgencyRole(member.userId, agencyRole, stamp)),
      ...Object.fromEntries(
        records.map((record): [string, Operation] => [
          `section:${record.section}`,
          {
            Put: {
              TableName: store.table,
              Item: {
                ...sectionKey(member, record.section),
                ...sectionRecord.parse(record),
                changed: stamp,
              },
            },
          },
        ]),
      ),
      ...moveUses(store, { member: { ...member, name: fullName(member) }, taken, givenUp }, stamp),
    });
    if (refused.size === 0) return;
    // What was read is not what is there any more, or a role, a folder or a group has been deleted.
    if (refused.has('member')) throw new ChangedMeanwhile();
    if (refused.has('account') && administrators === -1) throw new LastAdministrator();
    if (isDeleted(refused, taken)) throw new ChangedMeanwhile();
    throw new Busy();
  };
