import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TABLE } from '../../contract/table.ts';
import { userId } from '../../domain/ids.ts';
import type { Member } from '../../domain/member.ts';
import { fullName, sortableName } from '../../domain/sections/profile.ts';
import type { Members } from '../../usecases/ports.ts';
import { fromCursor } from './cursor.ts';
import { memberItem } from './items/member.ts';
import { memberKey, membersByStatus } from './keys.ts';
import { pageOf } from './page.ts';
import type { Store } from './store.ts';

/** Where a member stands in lists by name; the user id makes it unique. */
export const nameKey = (member: Member): string => `${sortableName(fullName(member))}#${member.userId}`;

/** DynamoDB's limit for a sort key. */
const MOST_BYTES = 1024;

/** The shape of a name key that begins with `prefix`. */
const nameKeyFrom = (prefix: string) =>
  z.string().check(
    z.startsWith(prefix),
    z.refine((key) => Buffer.byteLength(key) <= MOST_BYTES),
    z.refine((key) => userId.safeParse(key.slice(key.lastIndexOf('#') + 1)).success),
  );

const startAfter = (accountId: string, statusPk: string, statusSk: string) => {
  const userId = statusSk.slice(statusSk.lastIndexOf('#') + 1);
  return { ...memberKey({ accountId, userId }), statusPk, statusSk };
};

/**
 * AP-23 · members of one status by name, or by the beginning of it · Query on by-status, half a read unit per 4 KB
 * looked at.
 */
export const listMembers =
  ({ client, table }: Store): Members['list'] =>
  async (accountId, { status, namePrefix }, { limit, cursor }, sees) => {
    const prefix = namePrefix === undefined ? '' : sortableName(namePrefix);
    const name = `members/${status}/${prefix}`;
    const statusPk = membersByStatus(accountId, status);
    const read = async (count: number, after: string | undefined) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: TABLE.indexes.byStatus.name,
          KeyConditionExpression: prefix
            ? 'statusPk = :pk AND begins_with(statusSk, :prefix)'
            : 'statusPk = :pk',
          ExpressionAttributeValues: { ':pk': statusPk, ...(prefix && { ':prefix': prefix }) },
          Limit: count,
          ExclusiveStartKey: after === undefined ? undefined : startAfter(accountId, statusPk, after),
        }),
      );
      const items = Items.map((item) => memberItem.parse({ ...item, accountId }));
      return { items, isCut: LastEvaluatedKey !== undefined };
    };
    const after = cursor === undefined ? undefined : fromCursor(name, cursor, nameKeyFrom(prefix));
    return pageOf({ name, read, sortKeyOf: nameKey }, { limit, after }, sees);
  };
