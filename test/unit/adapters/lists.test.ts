import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { newCursorKey } from '../../../core/adapters/dynamodb/cursor-key.ts';
import { headPlaces } from '../../../core/adapters/dynamodb/member-items.ts';
import { dynamodbMembers } from '../../../core/adapters/dynamodb/members.ts';
import { dynamodbRuns } from '../../../core/adapters/dynamodb/runs.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { Member } from '../../../core/domain/member.ts';
import { fullName } from '../../../core/domain/sections/profile.ts';
import type { Page, PageRequest } from '../../../core/usecases/ports.ts';
import { sayingsOf } from '../../ports/cursors.ts';
import { pageOf as pageInMemory } from '../../ports/in-memory/page.ts';
import { NOW, newRun, personOf } from '../../ports/samples.ts';
import { mockedTable } from './table.ts';

const accountId = newId('account');
const HEAD = { Item: { accountId, createdAt: NOW, cursorKey: newCursorKey() } };
const FILTER = { status: 'onboarding' } as const;

/** A member as the index by status has them. */
const rowOf = (member: Member) => ({ ...member, ...headPlaces(member) });

/** A list of so many members, as DynamoDB would page through it. */
const membersIn = (size: number) => {
  const all = Array.from({ length: size }, () => personOf(newRun(accountId)).member).sort((one, other) =>
    one.userId < other.userId ? -1 : 1,
  );
  const { mock, store } = mockedTable();
  mock.on(GetCommand).resolves(HEAD);
  mock.on(QueryCommand).callsFake(({ ExclusiveStartKey: after, Limit: count }) => {
    const from = after === undefined ? 0 : all.findIndex(({ userId }) => after.pk.endsWith(userId)) + 1;
    const Items = all.slice(from, from + count).map(rowOf);
    // A query that ends with its limit does not know whether there is more.
    const LastEvaluatedKey = Items.length === count ? { pk: 'x' } : undefined;
    return { Items, LastEvaluatedKey };
  });
  const looked = () =>
    mock.commandCalls(QueryCommand).reduce((sum, { args }) => sum + (args[0].input.Limit ?? 0), 0);
  const list = (page: PageRequest, sees?: (userId: string) => boolean) =>
    dynamodbMembers(store).list(accountId, FILTER, page, sees && (({ userId }) => sees(userId)));
  return { all, list, looked, queries: () => mock.commandCalls(QueryCommand).length };
};

describe('AP-23 a page of a list of which little may be seen', () => {
  it('looks at no more than 1,000, and goes on from there', async () => {
    const { all, list, looked } = membersIn(2_300);
    const last = all.at(-1)?.userId;
    const sees = (userId: string) => userId === last;
    const first = await list({ limit: 25 }, sees);
    expect(first.items).toEqual([]);
    expect(looked()).toBe(1_000);
    const second = await list({ limit: 25, cursor: first.nextCursor }, sees);
    expect([second.items, looked()]).toEqual([[], 2_000]);
    const third = await list({ limit: 25, cursor: second.nextCursor }, sees);
    expect(third).toEqual({ items: [all.at(-1)], nextCursor: undefined });
  });

  it('says nothing of whom it is at, shown or not', async () => {
    const { all, list } = membersIn(1_001);
    const { items, nextCursor } = await list({ limit: 25 }, () => false);
    expect([items, nextCursor]).toEqual([[], expect.any(String)]);
    const said = sayingsOf(nextCursor);
    const last = all[999];
    if (last === undefined) throw new Error('unreachable');
    for (const text of [fullName(last), last.email, last.loginId, last.userId, accountId])
      expect(said).not.toContain(text.toLowerCase());
  });

  it('takes a few queries, since it looks further and further', async () => {
    const { list, queries } = membersIn(2_000);
    await list({ limit: 25 }, () => false);
    expect(queries()).toBeLessThan(10);
  });

  it('looks no further than it must when everything may be seen', async () => {
    const { all, list, looked, queries } = membersIn(200);
    const { items } = await list({ limit: 25 }, () => true);
    expect([items, looked(), queries()]).toEqual([all.slice(0, 25), 26, 1]);
  });

  it('looks at as many in memory', () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `${10_000 + index}`);
    const page = (cursor?: string): Page<string> =>
      pageInMemory(
        'rows',
        rows.map((row) => [row, row] as const),
        (key, position) => key > position,
        { limit: 5, cursor },
        (row) => row === rows.at(-1),
      );
    const first = page();
    expect([first.items, typeof first.nextCursor]).toEqual([[], 'string']);
    expect(page(first.nextCursor)).toEqual({ items: [rows.at(-1)], nextCursor: undefined });
  });
});

describe('a page that ends before its limit', () => {
  it('AP-23 has a cursor, since DynamoDB has more', async () => {
    const { mock, store } = mockedTable();
    mock.on(GetCommand).resolves(HEAD);
    const { member } = personOf(newRun(accountId));
    mock.on(QueryCommand).resolves({ Items: [rowOf(member)], LastEvaluatedKey: { pk: 'x' } });
    const { list } = dynamodbMembers(store);
    const { items, nextCursor: cursor } = await list(accountId, FILTER, { limit: 25 });
    expect([items, typeof cursor]).toEqual([[member], 'string']);
    mock.on(QueryCommand).resolves({ Items: [] });
    expect((await list(accountId, FILTER, { limit: 25, cursor })).nextCursor).toBeUndefined();
  });

  it('AP-51 shows rows of runs stored before there were folders and offers', async () => {
    const { mock, store } = mockedTable();
    const { sections: _, folderId: _folder, accountId: _account, runId: sk, ...row } = newRun(accountId);
    mock.on(QueryCommand).resolves({ Items: [{ ...row, sk }] });
    const { items } = await dynamodbRuns(store).list(accountId, 'running', { limit: 5 });
    expect(items).toEqual([{ ...row, accountId, runId: sk, folderId: 'fld_root' }]);
  });
});
