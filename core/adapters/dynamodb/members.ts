import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import { type SectionRecord, sectionRecord } from '../../domain/section-record.ts';
import type { Members } from '../../usecases/ports.ts';
import { changeMembers } from './change-members.ts';
import { putIf, updateIf } from './conditional-write.ts';
import { memberItem } from './items/member.ts';
import { userItem } from './items/user.ts';
import { joinMembers } from './join-members.ts';
import { HEAD, memberKey, memberPk, membersByStatus, SECTION, sectionKey, userKey } from './keys.ts';
import { listMembers, nameKey } from './list-members.ts';
import { readHeads } from './read-heads.ts';
import { removeMember } from './remove-member.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

const NEW = 'attribute_not_exists(pk)';

/** True if what stands in the way was left by the same run: then the step is done already. */
const isRepeat = (found: Record<string, unknown> | undefined, record: SectionRecord): boolean =>
  found?.runId === record.runId;

export const dynamodbMembers = (store: Store): Members => ({
  /** AP-20 · create user and member, with the profile's record · 1 transaction, 6 write units, 1 of index. */
  async create(user, member, record, stamp) {
    const put = (key: { pk: string; sk: string }, item: object, more: object = {}) => ({
      Put: {
        TableName: store.table,
        Item: { ...key, ...item, changed: stamp },
        ConditionExpression: NEW,
        ...more,
      },
    });
    const index = { statusPk: membersByStatus(member.accountId, member.status), statusSk: nameKey(member) };
    const refused = await transact(store, {
      user: put(userKey(user.userId), userItem.parse(user)),
      member: put(memberKey(member), { ...memberItem.parse(member), ...index }),
      record: put(sectionKey(member, record.section), sectionRecord.parse(record), {
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    });
    if (refused.size > 0 && !isRepeat(refused.get('record'), record)) throw new Busy();
  },

  /** AP-21 · leave a step's record, once · PutItem, 1 write unit. */
  async record(ref, record, stamp) {
    const result = await putIf(store, {
      Item: { ...sectionKey(ref, record.section), ...sectionRecord.parse(record), changed: stamp },
      ConditionExpression: NEW,
    });
    if (!result.written && !isRepeat(result.found, record)) throw new Busy();
  },

  /** AP-22 · a member with every section · Query, consistent, 1 read unit per 4 KB. */
  async read(ref) {
    const { Items = [] } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': memberPk(ref) },
        ConsistentRead: true,
      }),
    );
    const head = Items.find((item) => item.sk === HEAD);
    if (head === undefined) return undefined;
    const records = Items.filter((item) => String(item.sk).startsWith(SECTION)).map((item) =>
      sectionRecord.parse(item),
    );
    return { member: memberItem.parse(head), records };
  },

  heads: readHeads(store),
  list: listMembers(store),
  change: changeMembers(store),
  ...joinMembers(store),

  /** AP-46 · a member was invited anew · UpdateItem, 1 write unit, 1 of index. */
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
