import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Busy } from '../../domain/errors.ts';
import { access } from '../../domain/sections/access.ts';
import { permissions } from '../../domain/sections/permissions.ts';
import type { Standings } from '../../usecases/ports.ts';
import { accountItem } from './items/account.ts';
import { memberItem } from './items/member.ts';
import { accountKey, memberKey, sectionKey } from './keys.ts';
import type { Store } from './store.ts';

export const dynamodbStandings = (store: Store): Standings => ({
  /** AP-04 · who is asking, in which account, with which rights · BatchGetItem, consistent, 4 keys, 4 read units. */
  async read(ref) {
    const keys = {
      account: accountKey(ref.accountId),
      member: memberKey(ref),
      permissions: sectionKey(ref, 'permissions'),
      access: sectionKey(ref, 'access'),
    };
    const { Responses, UnprocessedKeys } = await store.client.send(
      new BatchGetCommand({
        RequestItems: { [store.table]: { Keys: Object.values(keys), ConsistentRead: true } },
      }),
    );
    // An item left unread is not an item that is missing: an IP restriction must not be overlooked.
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Busy();
    const items = Responses?.[store.table] ?? [];
    const find = ({ pk, sk }: { pk: string; sk: string }) =>
      items.find((item) => item.pk === pk && item.sk === sk);
    const account = find(keys.account);
    const member = find(keys.member);
    if (account === undefined || member === undefined) return undefined;
    return {
      account: accountItem.parse(account),
      member: memberItem.parse(member),
      permissions: z.optional(permissions).parse(find(keys.permissions)?.data),
      access: z.optional(access).parse(find(keys.access)?.data),
    };
  },
});
