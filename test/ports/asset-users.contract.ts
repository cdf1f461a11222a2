import { describe, expect, it } from 'vitest';
import { AssetGone, ChangedMeanwhile, InvalidRequest } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { furnish, newAsset } from './asset-samples.ts';
import { pagesOf } from './pages-of.ts';
import { given, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const assetUsersContract = (open: OpenStore): void => {
  describe('who uses an asset', () => {
    it('AP-146 AP-147 the members who are assigned to it, by user id, and nobody else', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const spring = { kind: 'campaign', key: 'spring' } as const;
      await furnish(ports, accountId, [spring, { kind: 'agent-group', key: 'team' }]);
      const users = Array.from({ length: 5 }, () => newId('user')).sort();
      for (const userId of users) await ports.work.assign({ accountId, userId }, [spring], stampAt());
      const [other = ''] = users;
      await ports.work.assign({ accountId, userId: other }, [{ kind: 'queue', key: 'spring' }], stampAt());
      const ref = { accountId, ...spring };
      expect(await pagesOf((page) => ports.assets.members(ref, page), 2)).toEqual([
        users.slice(0, 2),
        users.slice(2, 4),
        users.slice(4),
      ]);
      expect(await ports.assets.users(ref, 2)).toEqual(
        users.slice(0, 2).map((userId) => ({ by: 'member', userId })),
      );
      const { nextCursor: cursor } = await ports.assets.members(ref, { limit: 1 });
      await expect(
        ports.assets.members({ accountId, kind: 'queue', key: 'spring' }, { limit: 1, cursor }),
      ).rejects.toThrow(InvalidRequest);
    });

    it('AP-146 the account, other assets and members, in this order', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const userId = newId('user');
      await furnish(ports, accountId, [
        { kind: 'number', key: 'main' },
        { kind: 'agent-group', key: 'team' },
      ]);
      const queue = newAsset({ accountId, kind: 'queue', key: 'q' }, { agentGroups: ['team'] });
      await ports.assets.create(queue, stampAt());
      await ports.work.assign({ accountId, userId }, [{ kind: 'agent-group', key: 'team' }], stampAt());
      expect(await ports.assets.users({ accountId, kind: 'agent-group', key: 'team' }, 9)).toEqual([
        { by: 'asset', kind: 'queue', key: 'q' },
        { by: 'member', userId },
      ]);
      expect(await ports.assets.users({ accountId, kind: 'number', key: 'main' }, 9)).toEqual([
        { by: 'account' },
      ]);
    });
  });

  describe('what takes in an agent group', () => {
    it('AP-148 B-16 is every asset that does, archived or not, and no member', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const team = { kind: 'agent-group', key: 'team' } as const;
      await furnish(ports, accountId, [team]);
      expect(await ports.assets.takers({ accountId, ...team })).toEqual([]);
      for (const kind of ['queue', 'campaign'] as const)
        await ports.assets.create(
          newAsset({ accountId, kind, key: 'q' }, { agentGroups: ['team'] }),
          stampAt(),
        );
      await ports.work.assign({ accountId, userId: newId('user') }, [team], stampAt());
      const queue = (await ports.assets.read({ accountId, kind: 'queue', key: 'q' })) ?? expect.fail();
      await ports.assets.change(queue, { ...queue, archived: true, version: 2 }, stampAt());
      expect(await ports.assets.takers({ accountId, ...team })).toEqual([
        { kind: 'campaign', key: 'q' },
        { kind: 'queue', key: 'q' },
      ]);
    });
  });

  describe('the settings of an account', () => {
    const main = { kind: 'number', key: 'main' } as const;

    it('AP-150 begin with what an account has that has changed nothing', async () => {
      const { ports } = open();
      expect(await ports.accountDefaults.read(newId('account'))).toEqual({
        settings: { dialing: {}, notifications: { missedCall: false, voicemail: true } },
        version: 0,
      });
    });

    it('AP-140 C-58 have the first number as the default number, of two at once one', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const numbers = ['a', 'b'].map((key) => newAsset({ accountId, kind: 'number', key }));
      await Promise.all(numbers.map((number) => ports.assets.create(number, stampAt())));
      const { settings, version } = await ports.accountDefaults.read(accountId);
      expect(version).toBe(1);
      expect(['a', 'b']).toContain(settings.defaultNumber);
      await furnish(ports, accountId, [main]);
      expect(await ports.accountDefaults.read(accountId)).toEqual({ settings, version });
    });

    it('AP-151 change version by version; what they name is in use', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const solar = { kind: 'campaign', key: 'solar' } as const;
      await furnish(ports, accountId, [main, { kind: 'number', key: 'other' }, solar]);
      const before = await ports.accountDefaults.read(accountId);
      const callRecording = {
        inboundPercent: 1,
        outboundPercent: 2,
        campaigns: [{ campaign: 'solar', percent: 3 }],
      };
      const settings = { ...before.settings, dialing: { callRecording }, defaultNumber: 'other' };
      await ports.accountDefaults.change(accountId, before, settings, stampAt());
      expect(await ports.accountDefaults.read(accountId)).toEqual({ settings, version: 2 });
      await expect(ports.accountDefaults.change(accountId, before, settings, stampAt())).rejects.toThrow(
        ChangedMeanwhile,
      );
      const usersOf = (kind: 'number' | 'campaign', key: string) =>
        ports.assets.users({ accountId, kind, key }, 9);
      expect(await usersOf('number', 'main')).toEqual([]);
      expect(await usersOf('number', 'other')).toEqual([{ by: 'account' }]);
      expect(await usersOf('campaign', 'solar')).toEqual([{ by: 'account' }]);
    });

    it('AP-151 name only what is there, and not archived', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const gone = newAsset({ accountId, kind: 'number', key: 'gone' });
      await furnish(ports, accountId, [main]);
      await ports.assets.create(gone, stampAt());
      await ports.assets.change(gone, { ...gone, archived: true, version: 2 }, stampAt());
      const before = await ports.accountDefaults.read(accountId);
      for (const defaultNumber of ['gone', 'never']) {
        const change = ports.accountDefaults.change(
          accountId,
          before,
          { ...before.settings, defaultNumber },
          stampAt(),
        );
        await expect(change).rejects.toThrow(AssetGone);
        await expect(change).rejects.toMatchObject({ faults: [{ pointer: '/defaultNumber' }] });
      }
      expect(await ports.accountDefaults.read(accountId)).toEqual(before);
    });
  });
};
