import { describe, expect, it } from 'vitest';
import type { AccessList } from '../../core/domain/access-list.ts';
import { ChangedMeanwhile, InvalidRequest } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { pagesOf } from './pages-of.ts';
import { given, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const newList = (accountId: string, more: Partial<AccessList> = {}): AccessList => ({
  accountId,
  kind: 'queue',
  key: 'support',
  subjects: [newId('user'), 'call-agent'],
  version: 1,
  ...more,
});

export const accessListsContract = (open: OpenStore): void => {
  describe('access lists', () => {
    it('AP-90 C-63 are empty, of version 0, where nobody has written one', async () => {
      const { ports } = open();
      const where = { accountId: newId('account'), kind: 'ivr', key: 'main' } as const;
      expect(await ports.accessLists.read(where)).toEqual({ ...where, subjects: [], version: 0 });
    });

    it('AP-90 AP-92 are read as written, each by account, kind and key', async () => {
      const { ports } = open();
      const list = newList(newId('account'));
      await ports.accessLists.write(list, stampAt());
      expect(await ports.accessLists.read(list)).toEqual(list);
      const empty = { subjects: [], version: 0 };
      const others: AccessList[] = [
        { ...list, ...empty, accountId: newId('account') },
        { ...list, ...empty, kind: 'email-template' },
        { ...list, ...empty, key: 'sales' },
      ];
      for (const other of others) expect(await ports.accessLists.read(other)).toEqual(other);
    });

    it('AP-92 change version by version, down to nobody', async () => {
      const { ports } = open();
      const list = newList(newId('account'));
      await ports.accessLists.write(list, stampAt());
      await ports.accessLists.write({ ...list, subjects: [], version: 2 }, stampAt());
      expect(await ports.accessLists.read(list)).toEqual({ ...list, subjects: [], version: 2 });
    });

    it.each([1, 2, 4])('AP-92 of version 2 are not replaced by version %i', async (version) => {
      const { ports } = open();
      const list = newList(newId('account'));
      await ports.accessLists.write(list, stampAt());
      await ports.accessLists.write({ ...list, version: 2 }, stampAt());
      await expect(ports.accessLists.write({ ...list, subjects: [], version }, stampAt())).rejects.toThrow(
        ChangedMeanwhile,
      );
      expect(await ports.accessLists.read(list)).toEqual({ ...list, version: 2 });
    });

    it('AP-92 that nobody has written yet begin with version 1', async () => {
      const { ports } = open();
      const list = newList(newId('account'), { version: 2 });
      await expect(ports.accessLists.write(list, stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect((await ports.accessLists.read(list)).version).toBe(0);
    });

    it('AP-92 are written by one of two at once', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const results = await Promise.allSettled(
        [newList(accountId), newList(accountId)].map((list) => ports.accessLists.write(list, stampAt())),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('AP-91 are listed by kind and key, without end or overlap, those of this account only', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const places = [
        ['queue', 'sales'],
        ['email-template', 'welcome'],
        ['ivr', 'main'],
        ['queue', 'Support'],
        ['queue', 'a#b'],
      ] as const;
      for (const [kind, key] of places) {
        await ports.accessLists.write(newList(accountId, { kind, key }), stampAt());
      }
      await ports.accessLists.write(newList(newId('account')), stampAt());
      const pages = await pagesOf((page) => ports.accessLists.list(accountId, page), 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat().map(({ kind, key }) => `${kind} ${key}`)).toEqual([
        'email-template welcome',
        'ivr main',
        'queue Support',
        'queue a#b',
        'queue sales',
      ]);
      expect(await pagesOf((page) => ports.accessLists.list(accountId, page), 5)).toHaveLength(1);
    });

    it('AP-91 have cursors of their own', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const forged = (position: string) =>
        Buffer.from(JSON.stringify(['access-lists/', position])).toString('base64url');
      for (const cursor of ['x', '!!!', 'W10', forged('HEAD'), forged(`queue#${'x'.repeat(1100)}`)]) {
        await expect(ports.accessLists.list(accountId, { limit: 1, cursor })).rejects.toThrow(InvalidRequest);
      }
      await ports.accessLists.write(newList(accountId), stampAt());
      await ports.accessLists.write(newList(accountId, { key: 'sales' }), stampAt());
      const { nextCursor: cursor } = await ports.accessLists.list(accountId, { limit: 1 });
      await expect(ports.apiUsers.list(accountId, { limit: 1, cursor })).rejects.toThrow(InvalidRequest);
    });
  });
};
