import { describe, expect, it } from 'vitest';
import { newId, ROOT_FOLDER } from '../../core/domain/ids.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, NOW, personOf, recordOfRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const standingsContract = (open: OpenStore): void => {
  describe('standings', () => {
    it('AP-04 reads account, user, member, permissions and restriction at once', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const asked = request({ access: { allowedNetworks: ['2001:db8::/32'] } });
      const run = await given(ports).member(accountId, asked);
      await ports.members.record(run, recordOfRun(run, 'permissions'), stampAt());
      await ports.members.record(run, recordOfRun(run, 'access'), stampAt());
      expect(await ports.standings.read(run)).toEqual({
        account: await ports.accounts.read(accountId),
        policyVersion: 0,
        user: personOf(run).user,
        member: personOf(run).member,
        permissions: asked.permissions,
        access: { allowedNetworks: ['2001:db8::/32'] },
        target: undefined,
      });
    });

    it('AP-04 has neither permissions nor restriction while their steps are to come, or were skipped', async () => {
      const { ports } = open();
      const run = await given(ports).member(await given(ports).account());
      expect(await ports.standings.read(run)).toMatchObject({ permissions: undefined, access: undefined });
      await ports.members.record(run, recordOfRun(run, 'access'), stampAt());
      expect((await ports.standings.read(run))?.access).toBeUndefined();
    });

    it('AP-04 knows the person but no member of another account, and nothing of accounts that are not there', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const { userId } = await given(ports).member(await given(ports).account());
      const found = await ports.standings.read({ accountId, userId });
      expect(found).toMatchObject({ account: { accountId }, user: { userId } });
      expect(found?.member).toBeUndefined();
      const nobody = await ports.standings.read({ accountId, userId: newId('user') });
      expect(nobody).toMatchObject({ user: undefined, member: undefined });
      expect(await ports.standings.read({ accountId: newId('account'), userId })).toBeUndefined();
    });

    it('AP-04 tells in which folder the member is whom a request is about, in this account only', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const asking = await given(ports).member(accountId);
      const asked = request({ profile: { folderId: folder.id } });
      const { userId } = await given(ports).member(accountId, asked);
      const elsewhere = await given(ports).member(await given(ports).account());
      const targetOf = async (id: string) => (await ports.standings.read(asking, id))?.target;
      expect(await targetOf(userId)).toEqual({ userId, folderId: folder.id });
      expect(await targetOf(asking.userId)).toEqual({ userId: asking.userId, folderId: ROOT_FOLDER });
      expect(await targetOf(elsewhere.userId)).toBeUndefined();
    });

    it('AP-07 reads a program, and whom it asks about, in its own account only', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const { userId } = await given(ports).member(accountId);
      const apiUser = {
        accountId,
        apiUserId: newId('apiUser'),
        name: 'Roster sync',
        endpoints: ['listMembers' as const],
        grants: [],
        pages: [],
        allowedNetworks: ['192.0.2.0/24'],
        createdAt: NOW,
        createdBy: userId,
        version: 1,
      };
      await ports.apiUsers.create(apiUser, stampAt());
      await givenPolicy(ports).folder(accountId);
      expect(await ports.standings.readApiUser(apiUser, userId)).toEqual({
        account: await ports.accounts.read(accountId),
        policyVersion: 1,
        apiUser,
        target: { userId, folderId: ROOT_FOLDER },
      });
      const { apiUserId } = apiUser;
      const other = await given(ports).account();
      const elsewhere = await ports.standings.readApiUser({ accountId: other, apiUserId });
      expect(elsewhere).toMatchObject({ account: { accountId: other }, apiUser: undefined });
      const nowhere = { accountId: newId('account'), apiUserId };
      expect(await ports.standings.readApiUser(nowhere)).toBeUndefined();
    });

    it('AP-08 reads a person, and nothing for an id that nobody has', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      expect(await ports.standings.readUser(run.userId)).toEqual(personOf(run).user);
      expect(await ports.standings.readUser(newId('user'))).toBeUndefined();
    });
  });
};
