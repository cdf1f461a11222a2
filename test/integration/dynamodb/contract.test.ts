import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCursor } from '../../../core/adapters/dynamodb/cursor.ts';
import { readCursorKey } from '../../../core/adapters/dynamodb/cursor-key.ts';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import { newId } from '../../../core/domain/ids.ts';
import { storeContract } from '../../ports/contracts.ts';
import { given, request } from '../../ports/samples.ts';
import { openDynamodb, startTable } from './dynamodb-store.ts';

describe('the adapters on DynamoDB', () => {
  let table: Table | undefined;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    ({ table, stop } = await startTable());
  });
  afterAll(() => stop());

  const started = (): Table => {
    if (table === undefined) throw new Error('The table has not started.');
    return table;
  };
  const open = () => openDynamodb(started());

  /** A cursor that nobody could make but ourselves: of a list as it was, or of a mistake. */
  const sealed = async (accountId: string, name: string, position: string) =>
    toCursor({ accountId, name, key: await readCursorKey(started(), accountId) }, position);

  storeContract(open);

  /** A request whose work fills what the schema allows: about 50 KB as an item. */
  const longRequest = () => {
    const keys = (letter: string) =>
      Array.from({ length: 100 }, (_, number) => `${letter}${number}`.padEnd(64, 'x'));
    const externalLinks = Array.from({ length: 20 }, (_, number) => ({
      service: 's'.repeat(60),
      url: `https://example.com/${number}/`.padEnd(490, 'x'),
    }));
    const work = { campaigns: keys('c'), dialerInitiatives: keys('i'), queues: keys('q') };
    return request({ work, employee: { externalLinks } });
  };

  it('AP-51 loses no run when a page ends at one megabyte, before its limit', async () => {
    const { ports } = open();
    const accountId = await given(ports).account();
    const count = 45;
    for (let made = 0; made < count; made += 1) await given(ports).run(accountId, longRequest());
    const first = await ports.runs.list(accountId, undefined, { limit: 100 });
    expect(first.items.length).toBeLessThan(count);
    const second = await ports.runs.list(accountId, undefined, { limit: 100, cursor: first.nextCursor });
    const ids = [...first.items, ...second.items].map(({ runId }) => runId);
    expect(new Set(ids).size).toBe(count);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([
    ['nowhere in the list', '', 'ann'],
    ['before the prefix asked for', 'bob', `ann lee#${newId('user')}`],
    ['longer than a key', '', `${'x'.repeat(1100)}#${newId('user')}`],
  ])('AP-23 refuses a cursor whose position is %s', async (_, namePrefix, position) => {
    const { ports } = open();
    const list = `members/${JSON.stringify(['status', 'onboarding', null, null, namePrefix])}`;
    const accountId = await given(ports).account();
    const page = { limit: 1, cursor: await sealed(accountId, list, position) };
    await expect(
      ports.members.list(accountId, { status: 'onboarding', namePrefix }, page),
    ).rejects.toMatchObject({
      faults: [{ pointer: '/query/cursor', detail: 'is not a cursor of this list' }],
    });
  });

  it('AP-51 refuses a cursor whose position is no run', async () => {
    const { ports } = open();
    const accountId = await given(ports).account();
    const page = { limit: 1, cursor: await sealed(accountId, 'runs/', 'RUN') };
    await expect(ports.runs.list(accountId, undefined, page)).rejects.toMatchObject({
      faults: [{ pointer: '/query/cursor' }],
    });
  });
});
