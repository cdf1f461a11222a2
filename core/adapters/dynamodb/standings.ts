import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Placed } from '../../domain/authorization/authority.ts';
import { Busy } from '../../domain/errors.ts';
import { access } from '../../domain/sections/access.ts';
import { permissions } from '../../domain/sections/permissions.ts';
import type { Standings } from '../../usecases/ports.ts';
import { accountItem } from './items/account.ts';
import { apiUserItem } from './items/api-user.ts';
import { memberItem } from './items/member.ts';
import { userItem } from './items/user.ts';
import { accountKey, apiUserKey, memberKey, sectionKey, userKey } from './keys.ts';
import type { Store } from './store.ts';

type Key = { pk: string; sk: string };
type Item = Record<string, unknown>;
type Found = (key: Key | undefined) => Item | undefined;

/** Every item at once; throws `Busy` rather than take one that was left unread for one that is not there. */
const readTogether = async ({ client, table }: Store, keys: readonly (Key | undefined)[]): Promise<Found> => {
  // A batch takes no key twice: the member whom a request is about may be who asks.
  const distinct = new Map(keys.flatMap((key) => (key ? [[`${key.pk} ${key.sk}`, key] as const] : [])));
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetCommand({
      RequestItems: { [table]: { Keys: [...distinct.values()], ConsistentRead: true } },
    }),
  );
  if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Busy();
  const items = Responses?.[table] ?? [];
  return (key) => key && items.find(({ pk, sk }) => pk === key.pk && sk === key.sk);
};

const policyVersion = z.object({ policyVersion: z._default(z.int(), 0) });

const accountOf = (item: Item) => ({
  account: accountItem.parse(item),
  policyVersion: policyVersion.parse(item).policyVersion,
});

const placed = z.pick(memberItem, { userId: true, folderId: true });
const placeOf = (item: Item | undefined): Placed | undefined => item && placed.parse(item);

const targetKey = (accountId: string, userId: string | undefined) =>
  userId === undefined ? undefined : memberKey({ accountId, userId });

export const dynamodbStandings = (store: Store): Standings => ({
  /**
   * AP-04 · who is asking, in which account, with which rights, and where the member is whom they ask about ·
   * BatchGetItem, consistent, up to 6 keys, 1 read unit each.
   */
  async read(ref, targetId) {
    const keys = {
      account: accountKey(ref.accountId),
      user: userKey(ref.userId),
      member: memberKey(ref),
      permissions: sectionKey(ref, 'permissions'),
      access: sectionKey(ref, 'access'),
      target: targetKey(ref.accountId, targetId),
    };
    const find = await readTogether(store, Object.values(keys));
    const account = find(keys.account);
    if (account === undefined) return undefined;
    return {
      ...accountOf(account),
      user: z.optional(userItem).parse(find(keys.user)),
      member: z.optional(memberItem).parse(find(keys.member)),
      permissions: z.optional(permissions).parse(find(keys.permissions)?.data),
      access: z.optional(access).parse(find(keys.access)?.data),
      target: placeOf(find(keys.target)),
    };
  },

  /** AP-07 · the same for a program · BatchGetItem, consistent, up to 3 keys, 1 read unit each. */
  async readApiUser(ref, targetId) {
    const keys = {
      account: accountKey(ref.accountId),
      apiUser: apiUserKey(ref),
      target: targetKey(ref.accountId, targetId),
    };
    const find = await readTogether(store, Object.values(keys));
    const account = find(keys.account);
    if (account === undefined) return undefined;
    return {
      ...accountOf(account),
      apiUser: z.optional(apiUserItem).parse(find(keys.apiUser)),
      target: placeOf(find(keys.target)),
    };
  },

  /** AP-08 · a person, for requests about themselves · GetItem, consistent, 1 read unit. */
  async readUser(userId) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: userKey(userId), ConsistentRead: true }),
    );
    return Item && userItem.parse(Item);
  },
});
