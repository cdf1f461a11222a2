import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TABLE } from '../../contract/table.ts';
import { Busy } from '../../domain/errors.ts';
import { userId } from '../../domain/ids.ts';
import type { Member } from '../../domain/member.ts';
import { type SectionRecord, sectionRecord } from '../../domain/section-record.ts';
import { fullName, sortableName } from '../../domain/sections/profile.ts';
import type { Members } from '../../usecases/ports.ts';
import { putIf } from './conditional-write.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { memberItem } from './items/member.ts';
import { userItem } from './items/user.ts';
import { HEAD, memberKey, memberPk, membersByStatus, sectionKey, userKey } from './keys.ts';
import { removeMember } from './remove-member.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** Where a member stands in lists by name; the user id makes it unique. */
const nameKey = (member: Member): string => `${sortableName(fullName(member))}#${member.userId}`;

/** DynamoDB's limit for a sort key. */
const MOST_BYTES = 1024;

/** The shape of a name key that begins with `prefix`. */
const nameKeyFrom = (prefix: string) =>
  z.string().check(
    z.startsWith(prefix),
    z.refine((key) => Buffer.byteLength(key) <= MOST_BYTES),
    z.refine((key) => userId.safeParse(key.slice(key.lastIndexOf('#') + 1)).success),
  );

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
    const records = Items.filter((item) => item !== head).map((item) => sectionRecord.parse(item));
    return { member: memberItem.parse(head), records };
  },

  /** AP-23 · members of one status by name, or by the beginning of it · Query on by-status, half a read unit per 4 KB. */
  async list(accountId, { status, namePrefix }, { limit, cursor }) {
    const prefix = namePrefix === undefined ? '' : sortableName(namePrefix);
    const list = `members/${status}/${prefix}`;
    const statusPk = membersByStatus(accountId, status);
    const { Items = [], LastEvaluatedKey } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        IndexName: TABLE.indexes.byStatus.name,
        KeyConditionExpression: prefix
          ? 'statusPk = :pk AND begins_with(statusSk, :prefix)'
          : 'statusPk = :pk',
        ExpressionAttributeValues: { ':pk': statusPk, ...(prefix && { ':prefix': prefix }) },
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
        ExclusiveStartKey:
          cursor === undefined
            ? undefined
            : startAfter(accountId, statusPk, fromCursor(list, cursor, nameKeyFrom(prefix))),
      }),
    );
    const items = Items.slice(0, limit).map((item) => memberItem.parse(item));
    const last = items.at(-1);
    // A page also ends at one megabyte.
    const isCut = Items.length > limit || LastEvaluatedKey !== undefined;
    return { items, nextCursor: isCut && last ? toCursor(list, nameKey(last)) : undefined };
  },

  remove: removeMember(store),
});

const startAfter = (accountId: string, statusPk: string, statusSk: string) => {
  const userId = statusSk.slice(statusSk.lastIndexOf('#') + 1);
  return { ...memberKey({ accountId, userId }), statusPk, statusSk };
};
