import { randomBytes } from 'node:crypto';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dynamodbAccounts } from '../../../core/adapters/dynamodb/accounts.ts';
import { dynamodbApiUsers } from '../../../core/adapters/dynamodb/api-users.ts';
import { type CursorList, fromCursor, toCursor } from '../../../core/adapters/dynamodb/cursor.ts';
import { newCursorKey, readCursorKey } from '../../../core/adapters/dynamodb/cursor-key.ts';
import { InvalidRequest, NotFound } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { changesOf, sayingsOf } from '../../ports/cursors.ts';
import { given, NOW } from '../../ports/samples.ts';
import { mockedTable } from './table.ts';

const list: CursorList = { accountId: newId('account'), name: 'members/', key: randomBytes(32) };
const place = `zoë ruiz-hernández#${newId('user')}`;
const text = z.string();

describe('a cursor', () => {
  it('leads back to where it was made', () => {
    expect(fromCursor(list, toCursor(list, place), text)).toBe(place);
    expect(fromCursor(list, toCursor(list, ''), text)).toBe('');
  });

  it('says nothing, and never the same twice', () => {
    const cursor = toCursor(list, place);
    for (const part of ['zoë', 'ruiz', 'members', place, list.accountId])
      expect(sayingsOf(cursor)).not.toContain(part);
    expect(toCursor(list, place)).not.toBe(cursor);
  });

  it.each([
    ['with another key', { key: randomBytes(32) }],
    ['in another account', { accountId: newId('account') }],
    ['in another list', { name: 'runs/' }],
  ])('is refused %s', (_, other) => {
    const cursor = toCursor(list, place);
    expect(() => fromCursor({ ...list, ...other }, cursor, text)).toThrow(InvalidRequest);
  });

  it('is refused with any bit of it the other way', () => {
    const bytes = Buffer.from(toCursor(list, place), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => fromCursor(list, changed.toString('base64url'), text)).toThrow(InvalidRequest);
    }
  });

  it('is refused when it is cut, at either end, or spelled otherwise', () => {
    const cursor = toCursor(list, place);
    const bytes = Buffer.from(cursor, 'base64url');
    for (let length = 0; length < bytes.length; length += 1) {
      for (const cut of [bytes.subarray(0, length), bytes.subarray(bytes.length - length)])
        expect(() => fromCursor(list, cut.toString('base64url'), text)).toThrow(InvalidRequest);
    }
    for (const changed of [...changesOf(cursor), '', '!!!', 'W10', '\u0000', bytes.toString('base64')])
      expect(() => fromCursor(list, changed, text)).toThrow(InvalidRequest);
  });

  it('is refused where the list has no such place, although it is ours', () => {
    const runs = z.string().check(z.startsWith('run_'));
    expect(() => fromCursor(list, toCursor(list, place), runs)).toThrow(InvalidRequest);
  });
});

/** A table with one head of an account; how often it is read is counted. */
const tableOf = (head: Record<string, unknown> | undefined) => {
  const { mock, store } = mockedTable();
  mock.on(GetCommand).resolves({ Item: head });
  return { mock, store, reads: () => mock.commandCalls(GetCommand).length };
};

describe('AP-14 the key of an account’s cursors', () => {
  it('is made with the account, another for each, and leaves the table with nothing else', async () => {
    const { mock, store } = mockedTable();
    mock.on(TransactWriteCommand).resolves({});
    await given({ accounts: dynamodbAccounts(store) } as Parameters<typeof given>[0]).account();
    await given({ accounts: dynamodbAccounts(store) } as Parameters<typeof given>[0]).account();
    const heads = mock
      .commandCalls(TransactWriteCommand)
      .map(({ args }) => args[0].input.TransactItems?.[0]?.Put?.Item ?? {});
    const keys = heads.map(({ cursorKey }) => String(cursorKey));
    for (const key of keys) expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(new Set(keys).size).toBe(2);
    mock.on(GetCommand).resolves({ Item: heads[0] });
    const read = await dynamodbAccounts(store).read(String(heads[0]?.accountId));
    expect(JSON.stringify(read)).not.toContain('cursorKey');
  });

  it('is read once, however many pages follow, and not for a page that is first and last', async () => {
    const accountId = newId('account');
    const { mock, store, reads } = tableOf({ accountId, createdAt: NOW, cursorKey: newCursorKey() });
    const { list: page } = dynamodbApiUsers(store);
    mock.on(QueryCommand).resolves({ Items: [] });
    expect((await page(accountId, { limit: 5 })).nextCursor).toBeUndefined();
    expect(reads()).toBe(0);
    const apiUser = { accountId, apiUserId: newId('apiUser'), name: 'Payroll', endpoints: [], grants: [] };
    const rest = { pages: [], allowedNetworks: [], createdAt: NOW, createdBy: newId('user'), version: 1 };
    mock.on(QueryCommand).resolves({ Items: [{ ...apiUser, ...rest }], LastEvaluatedKey: { pk: 'x' } });
    const { nextCursor: cursor } = await page(accountId, { limit: 5 });
    await page(accountId, { limit: 5, cursor });
    expect(reads()).toBe(1);
    expect(mock.commandCalls(GetCommand)[0]?.args[0].input).toMatchObject({
      ConsistentRead: true,
      ProjectionExpression: 'accountId, createdAt, cursorKey',
    });
  });

  it('is the same every time for an account of before there were keys, and another for another', async () => {
    const [one, other] = [newId('account'), newId('account')];
    const keyOf = (accountId: string, createdAt: string) =>
      readCursorKey(tableOf({ accountId, createdAt }).store, accountId);
    const key = await keyOf(one, NOW);
    expect(key).toHaveLength(32);
    expect(await keyOf(one, NOW)).toEqual(key);
    expect(await keyOf(other, NOW)).not.toEqual(key);
  });

  it('is not remembered where there is no account yet', async () => {
    const accountId = newId('account');
    await expect(readCursorKey(tableOf(undefined).store, accountId)).rejects.toThrow(NotFound);
    const { store, reads } = tableOf({ accountId, createdAt: NOW, cursorKey: newCursorKey() });
    await readCursorKey(store, accountId);
    expect(reads()).toBe(1);
  });

  it('is remembered for a thousand accounts, and read again after that', async () => {
    const first = newId('account');
    const { store, reads } = tableOf({ accountId: first, createdAt: NOW });
    for (const _ of [1, 2]) await readCursorKey(store, first);
    expect(reads()).toBe(1);
    for (let count = 0; count < 1_000; count += 1) await readCursorKey(store, newId('account'));
    await readCursorKey(store, first);
    expect(reads()).toBe(1_002);
  });
});
