import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { accountId, sessionId, userId } from '../../domain/ids.ts';
import type { SessionRef, Sessions } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { readDue } from './due.ts';
import { endSession } from './end-session.ts';
import { sessionItem } from './items/session.ts';
import { DUE_SESSIONS, sessionKey, sessionsPk } from './keys.ts';
import { queryPage } from './query-page.ts';
import { startSession } from './start-session.ts';
import type { Store } from './store.ts';

const SEPARATOR = '#';

/** The shape of a session's sort key, of one member or of anybody. */
const placeOf = (member: string | undefined) =>
  z.string().check(
    z.refine((key) => {
      const [user, session, ...more] = key.split(SEPARATOR);
      const isMembers = member === undefined ? userId.safeParse(user).success : user === member;
      return isMembers && sessionId.safeParse(session).success && more.length === 0;
    }),
  );

/**
 * A session’s item has no time to live: TTL would delete it without giving its seats back. It goes with its seats, in one
 * transaction: when it ends, when somebody needs a seat after its time, or when the sweeper finds it.
 */
export const dynamodbSessions = (store: Store): Sessions => ({
  start: startSession(store),
  end: endSession(store),

  /** AP-111 · a session · GetItem, consistent, 1 read unit. */
  async read(ref) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: sessionKey(ref), ConsistentRead: true }),
    );
    return Item && sessionItem.parse(Item);
  },

  /**
   * AP-112 · a session goes on, unless it has ended · UpdateItem, 1 write unit. When the sweeper looks at it stays as it
   * is, or each heartbeat would also write the index, twice.
   */
  async heartbeat(ref, at) {
    const result = await updateIf(store, {
      Key: sessionKey(ref),
      UpdateExpression: 'SET seenAt = :at',
      ConditionExpression: 'seenAt < :at',
      ExpressionAttributeValues: { ':at': at },
    });
    // One that was on its way for longer than the next has nothing new to say.
    return result.written || result.found !== undefined;
  },

  /**
   * AP-114 · the sessions of an account, or of one member, by member and beginning · Query, consistent, since whoever
   * ends somebody’s sessions must not miss one, 1 read unit per 4 KB (some 7 sessions).
   */
  list: (account, member, page) =>
    queryPage(store, page, {
      accountId: account,
      name: `sessions/${member ?? ''}`,
      partition: sessionsPk(account),
      prefix: member && `${member}${SEPARATOR}`,
      sortKey: placeOf(member),
      sortKeyOf: (session) => sessionKey(session).sk,
      parse: (item) => sessionItem.parse(item),
      consistent: true,
    }),

  /** AP-115 · sessions to be looked at, of all accounts, oldest first · Query on by-due, half a read unit per 4 KB. */
  async due(now, limit) {
    const items = await readDue(store, DUE_SESSIONS, now, limit);
    return items.map(({ pk, sk }): SessionRef => {
      const [user, session] = sk.split(SEPARATOR);
      return {
        accountId: accountId.parse(pk.slice(sessionsPk('').length)),
        userId: userId.parse(user),
        sessionId: sessionId.parse(session),
      };
    });
  },

  /** AP-116 · look at a session again later, unless it has ended · UpdateItem, 1 write unit, 2 of index. */
  async postpone(ref, due) {
    await updateIf(store, {
      Key: sessionKey(ref),
      UpdateExpression: 'SET dueAt = :due',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':due': due },
    });
  },
});
