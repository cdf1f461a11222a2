import { describe, expect, it } from 'vitest';
import type { ApiUser } from '../../core/domain/api-user.ts';
import { ChangedMeanwhile, IdempotencyKeyReused, InvalidRequest } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { pagesOf } from './pages-of.ts';
import { given as givenAll, idempotency, LATER, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const newApiUser = (accountId: string = newId('account')): ApiUser => ({
  accountId,
  apiUserId: newId('apiUser'),
  name: 'Payroll',
  endpoints: ['listMembers', 'startOnboarding'],
  grants: ['play-recordings'],
  pages: [],
  allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'],
  createdAt: NOW,
  createdBy: newId('user'),
  version: 1,
});

const given = async ({ apiUsers }: Pick<Ports, 'apiUsers'>, accountId?: string): Promise<ApiUser> => {
  const user = newApiUser(accountId);
  await apiUsers.create(user, stampAt());
  return user;
};

const next = (user: ApiUser, more: Partial<ApiUser>): ApiUser => ({
  ...user,
  ...more,
  version: user.version + 1,
});

export const apiUsersContract = (open: OpenStore): void => {
  describe('API users', () => {
    it('AP-70 AP-71 E-11 E-12 are kept with their endpoints and networks', async () => {
      const { ports } = open();
      const user = await given(ports);
      expect(await ports.apiUsers.read(user)).toEqual(user);
    });

    it('AP-70 are created once under one key: a repeat names the first, and writes nothing', async () => {
      const { ports } = open();
      const key = idempotency();
      const first = newApiUser();
      const again = newApiUser(first.accountId);
      expect(await ports.apiUsers.create(first, stampAt(), key)).toEqual({});
      expect(await ports.apiUsers.create(again, stampAt(), key)).toEqual({ replayOf: first.apiUserId });
      expect(await ports.apiUsers.find(again.apiUserId)).toBeUndefined();
      await expect(
        ports.apiUsers.create(again, stampAt(), { ...key, requestHash: 'hash-2' }),
      ).rejects.toThrow(IdempotencyKeyReused);
      expect(await ports.replays.find(key)).toBe(first.apiUserId);
    });

    it('AP-71 are nobody in another account', async () => {
      const { ports } = open();
      const { apiUserId } = await given(ports);
      expect(await ports.apiUsers.read({ accountId: newId('account'), apiUserId })).toBeUndefined();
    });

    it('AP-72 are found by their id alone, which is all that a sign-in gives', async () => {
      const { ports } = open();
      const user = await given(ports);
      expect(await ports.apiUsers.find(user.apiUserId)).toEqual(user);
      expect(await ports.apiUsers.find(newId('apiUser'))).toBeUndefined();
    });

    it('AP-73 are listed newest first, without end or overlap, those of this account only', async () => {
      const { ports } = open();
      const accountId = await givenAll(ports).account();
      const made: string[] = [];
      for (let count = 0; count < 5; count += 1) made.push((await given(ports, accountId)).apiUserId);
      await given(ports);
      const pages = await pagesOf((page) => ports.apiUsers.list(accountId, page), 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat().map(({ apiUserId }) => apiUserId)).toEqual(made.sort().reverse());
      expect(await pagesOf((page) => ports.apiUsers.list(accountId, page), 5)).toHaveLength(1);
    });

    it('AP-73 have cursors of their own, which lead into no other account', async () => {
      const { ports } = open();
      const theirs = await givenAll(ports).account();
      const mine = await givenAll(ports).account();
      await given(ports, theirs);
      await given(ports, theirs);
      await given(ports, mine);
      const { nextCursor: cursor } = await ports.apiUsers.list(theirs, { limit: 1 });
      await expect(ports.apiUsers.list(mine, { limit: 5, cursor })).rejects.toThrow(InvalidRequest);
      for (const bad of ['x', '!!!', 'W10', Buffer.from('["api-users/","HEAD"]').toString('base64url')]) {
        await expect(ports.apiUsers.list(mine, { limit: 1, cursor: bad })).rejects.toThrow(InvalidRequest);
      }
      await expect(ports.accessLists.list(theirs, { limit: 1, cursor })).rejects.toThrow(InvalidRequest);
    });

    it('AP-74 E-21 change as a whole, and lose what the change leaves out', async () => {
      const { ports } = open();
      const user = await given(ports);
      const rotated = next(user, { signedOutAt: LATER, endpoints: ['readMember'], grants: [] });
      expect(await ports.apiUsers.change(rotated, stampAt())).toEqual({});
      expect(await ports.apiUsers.read(user)).toEqual(rotated);
      const { signedOutAt: _, ...plain } = next(rotated, { name: 'Billing' });
      await ports.apiUsers.change(plain, stampAt());
      expect(await ports.apiUsers.find(user.apiUserId)).toEqual(plain);
    });

    it('AP-74 do not change under whoever read an older version: of two at once, one wins', async () => {
      const { ports } = open();
      const user = await given(ports);
      const results = await Promise.allSettled(
        ['One', 'Other'].map((name) => ports.apiUsers.change(next(user, { name }), stampAt())),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(ports.apiUsers.change(next(user, { name: 'Late' }), stampAt())).rejects.toThrow(
        ChangedMeanwhile,
      );
      expect((await ports.apiUsers.read(user))?.version).toBe(2);
    });

    it('AP-74 change once under one key, whatever has become of them since', async () => {
      const { ports } = open();
      const user = await given(ports);
      const key = idempotency();
      const changed = next(user, { name: 'Billing' });
      await ports.apiUsers.change(changed, stampAt(), key);
      expect(await ports.apiUsers.change(changed, stampAt(), key)).toEqual({ replayOf: user.apiUserId });
      await ports.apiUsers.change(next(changed, { name: 'Reports' }), stampAt());
      expect(await ports.apiUsers.change(changed, stampAt(), key)).toEqual({ replayOf: user.apiUserId });
      expect((await ports.apiUsers.read(user))?.name).toBe('Reports');
      const other = { ...key, requestHash: 'hash-2' };
      await expect(ports.apiUsers.change(changed, stampAt(), other)).rejects.toThrow(IdempotencyKeyReused);
    });

    it('AP-74 keep nothing of a change that was refused: its key is free', async () => {
      const { ports } = open();
      const user = await given(ports);
      const key = idempotency();
      const stale = { ...user, version: 7 };
      await expect(ports.apiUsers.change(stale, stampAt(), key)).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.replays.find(key)).toBeUndefined();
      expect(await ports.apiUsers.read(user)).toEqual(user);
    });

    it('AP-75 are removed, and a repeat does nothing; none comes back by a change', async () => {
      const { ports } = open();
      const user = await given(ports);
      await ports.apiUsers.remove(user);
      await ports.apiUsers.remove(user);
      expect(await ports.apiUsers.read(user)).toBeUndefined();
      expect(await ports.apiUsers.find(user.apiUserId)).toBeUndefined();
      await expect(ports.apiUsers.change(next(user, {}), stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.apiUsers.find(user.apiUserId)).toBeUndefined();
    });

    it('AP-75 stay when another account removes them', async () => {
      const { ports } = open();
      const user = await given(ports);
      await ports.apiUsers.remove({ accountId: newId('account'), apiUserId: user.apiUserId });
      expect(await ports.apiUsers.find(user.apiUserId)).toEqual(user);
    });
  });
};
