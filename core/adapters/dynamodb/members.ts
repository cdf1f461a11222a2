import { Busy } from '../../domain/errors.ts';
import type { Members } from '../../usecases/ports.ts';
import { changeMembers } from './change-members.ts';
import { updateIf } from './conditional-write.ts';
import { editMembers } from './edit-members.ts';
import { userItem } from './items/user.ts';
import { joinMembers } from './join-members.ts';
import { memberKey, userKey } from './keys.ts';
import { listMembers } from './list-members.ts';
import { headItem, loginItem, sectionItem } from './member-items.ts';
import { readHeads } from './read-heads.ts';
import { readMember } from './read-member.ts';
import { isRepeat, recordSectionOf } from './record-section.ts';
import { removeMember } from './remove-member.ts';
import { renameMembers } from './rename-members.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export const dynamodbMembers = (store: Store): Members => ({
  /** AP-20 · create user and member, with the profile's record · 1 transaction, 8 write units, 6 of index. */
  async create(user, member, record, stamp) {
    const put = (item: object, more: object = {}) => ({
      Put: {
        TableName: store.table,
        Item: { ...item, changed: stamp },
        ConditionExpression: 'attribute_not_exists(pk)',
        ...more,
      },
    });
    const refused = await transact(store, {
      user: put({ ...userKey(user.userId), ...userItem.parse(user) }),
      member: put(headItem(member)),
      record: put(sectionItem(member, record), { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      login: put(loginItem(member)),
    });
    if (refused.size > 0 && !isRepeat(refused.get('record'), record)) throw new Busy();
  },

  read: readMember(store),
  heads: readHeads(store),
  list: listMembers(store),
  record: recordSectionOf(store),
  change: changeMembers(store),
  edit: editMembers(store),
  rename: renameMembers(store),
  ...joinMembers(store),

  /** AP-46 · a member was invited anew · UpdateItem, 1 write unit, 2 of index. */
  async noteInvitation(ref, at, stamp) {
    await updateIf(store, {
      Key: memberKey(ref),
      UpdateExpression: 'SET invitedAt = :at, changed = :stamp',
      // Of two at once the later counts, whichever arrives first.
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(invitedAt) OR invitedAt < :at)',
      ExpressionAttributeValues: { ':at': at, ':stamp': stamp },
    });
  },

  remove: removeMember(store),
});
