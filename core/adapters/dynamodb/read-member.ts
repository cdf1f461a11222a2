import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { sectionRecord } from '../../domain/section-record.ts';
import type { Members } from '../../usecases/ports.ts';
import { memberItem } from './items/member.ts';
import { HEAD, memberPk, SECTION } from './keys.ts';
import type { Store } from './store.ts';

/** AP-22 · a member with every section · Query, consistent, 1 read unit per 4 KB. */
export const readMember =
  ({ client, table }: Store): Members['read'] =>
  async (ref) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
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
  };
