import { describe, expect, it } from 'vitest';
import type { Asset } from '../../core/domain/asset.ts';
import { ASSET_KIND_NAMES, type AssetKind } from '../../core/domain/asset-kinds.ts';
import {
  AssetExists,
  AssetGone,
  ChangedMeanwhile,
  IdempotencyKeyReused,
  InvalidRequest,
} from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { newAsset } from './asset-samples.ts';
import { pagesOf } from './pages-of.ts';
import { given, idempotency, LATER, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const queueOf = (accountId: string, more: Record<string, unknown> = {}): Asset =>
  newAsset({ accountId, kind: 'queue', key: 'support' }, more);

const next = (before: Asset, more: Partial<Asset> = {}): Asset =>
  Object.assign({}, before, { version: before.version + 1 }, more);

export const assetsContract = (open: OpenStore): void => {
  describe('assets', () => {
    it.each(ASSET_KIND_NAMES)('AP-140 AP-141 keep what is said of a %s', async (kind) => {
      const { ports } = open();
      const asset = newAsset(
        { accountId: newId('account'), kind, key: 'Main_1' },
        { description: 'For all.' },
      );
      expect(await ports.assets.create(asset, stampAt())).toEqual({});
      expect(await ports.assets.read(asset)).toEqual(asset);
      expect(await ports.assets.read({ ...asset, key: 'main_1' })).toBeUndefined();
      expect(await ports.assets.read({ ...asset, accountId: newId('account') })).toBeUndefined();
    });

    it('AP-140 have one of each kind and key, even archived; once under one Idempotency-Key', async () => {
      const { ports } = open();
      const queue = queueOf(newId('account'));
      const key = idempotency();
      await ports.assets.create(queue, stampAt(), key);
      expect(await ports.assets.create(queue, stampAt(), key)).toEqual({ replayOf: 'support' });
      await expect(ports.assets.create(queue, stampAt(), { ...key, requestHash: 'another' })).rejects.toThrow(
        IdempotencyKeyReused,
      );
      await expect(ports.assets.create(queue, stampAt())).rejects.toThrow(AssetExists);
      await ports.assets.change(queue, next(queue, { archived: true }), stampAt());
      await expect(ports.assets.create(queue, stampAt())).rejects.toThrow(AssetExists);
      await ports.assets.create(newAsset({ ...queue, kind: 'campaign' }), stampAt());
    });

    it('AP-140 C-63 come with an access list, or not at all', async () => {
      const { ports } = open();
      const queue = queueOf(newId('account'));
      const { accountId, key } = queue;
      const list = { accountId, kind: 'queue', key, subjects: [newId('user')], version: 1 } as const;
      await ports.assets.create(queue, stampAt(), undefined, list);
      expect(await ports.accessLists.read(list)).toEqual(list);
      const other = newAsset({ ...queue, key: 'sales' });
      const stale = { ...list, key: 'sales', version: 2 };
      await expect(ports.assets.create(other, stampAt(), undefined, stale)).rejects.toMatchObject({
        code: 'busy',
      });
      expect(await ports.assets.read(other)).toBeUndefined();
    });

    it('AP-142 are read many at once, archived ones too, each once, and what is not there is left out', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const some = Array.from({ length: 120 }, (_, index) =>
        newAsset({ accountId, kind: 'campaign', key: `c${index}` }),
      );
      await Promise.all(some.map((one) => ports.assets.create(one, stampAt())));
      const [first] = some;
      if (first === undefined) throw new Error('unreachable');
      const archived = next(first, { archived: true });
      await ports.assets.change(first, archived, stampAt());
      const refs = [
        ...some,
        first,
        { kind: 'queue' as const, key: 'c1' },
        { kind: 'campaign' as const, key: 'x' },
      ];
      const found = await ports.assets.readMany(accountId, refs);
      expect(found).toHaveLength(120);
      expect(found.find(({ key }) => key === 'c0')).toEqual(archived);
      expect(await ports.assets.readMany(accountId, [])).toEqual([]);
    });

    it('AP-143 are listed by key, archived ones apart, without end or overlap, those of this kind and account only', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const create = (kind: AssetKind, key: string, of = accountId) =>
        ports.assets.create(newAsset({ accountId: of, kind, key }), stampAt());
      for (const key of ['b', 'a', 'e', 'D', 'c']) await create('queue', key);
      await create('campaign', 'a');
      await create('queue', 'a', newId('account'));
      const gone = await ports.assets.read({ accountId, kind: 'queue', key: 'c' });
      if (gone === undefined) throw new Error('unreachable');
      await ports.assets.change(gone, next(gone, { archived: true }), stampAt());
      const keysOf = async (filter: { archived: boolean }, sees?: (asset: Asset) => boolean) => {
        const pages = await pagesOf((page) => ports.assets.list(accountId, 'queue', filter, page, sees), 2);
        return pages.map((page) => page.map(({ key }) => key));
      };
      expect(await keysOf({ archived: false })).toEqual([
        ['D', 'a'],
        ['b', 'e'],
      ]);
      expect(await keysOf({ archived: true })).toEqual([['c']]);
      expect(await keysOf({ archived: false }, ({ key }) => key > 'a')).toEqual([['b', 'e']]);
      const { nextCursor: cursor } = await ports.assets.list(
        accountId,
        'queue',
        { archived: false },
        { limit: 1 },
      );
      for (const [kind, archived] of [
        ['campaign', false],
        ['queue', true],
      ] as const)
        await expect(ports.assets.list(accountId, kind, { archived }, { limit: 1, cursor })).rejects.toThrow(
          InvalidRequest,
        );
    });

    it('AP-144 change version by version, and by one of two at once', async () => {
      const { ports } = open();
      const queue = queueOf(newId('account'));
      await ports.assets.create(queue, stampAt());
      const results = await Promise.allSettled(
        ['One', 'Two'].map((name) => ports.assets.change(queue, next(queue, { name }), stampAt(LATER))),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(ports.assets.change(queue, next(queue), stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.assets.read(queue)).toMatchObject({ version: 2 });
    });

    it('AP-144 are archived and restored, with all that is said of them', async () => {
      const { ports } = open();
      const queue = queueOf(newId('account'), { description: 'Calls for help.' });
      await ports.assets.create(queue, stampAt());
      const archived = next(queue, { archived: true });
      await ports.assets.change(queue, archived, stampAt());
      expect(await ports.assets.read(queue)).toEqual(archived);
      await expect(ports.assets.change(queue, next(queue), stampAt())).rejects.toThrow(ChangedMeanwhile);
      const renamed = next(archived, { name: 'Help' });
      await ports.assets.change(archived, renamed, stampAt());
      const restored = next(renamed, { archived: false });
      await ports.assets.change(renamed, restored, stampAt());
      expect(await ports.assets.read(queue)).toEqual(restored);
      await expect(ports.assets.change(renamed, restored, stampAt())).rejects.toThrow(ChangedMeanwhile);
    });

    it('AP-145 are removed when archived, at the version that was read, with their access list; a repeat does nothing', async () => {
      const { ports } = open();
      const queue = queueOf(newId('account'));
      const { accountId, key } = queue;
      const list = { accountId, kind: 'queue', key, subjects: [newId('user')], version: 1 } as const;
      await ports.assets.create(queue, stampAt(), undefined, list);
      await expect(ports.assets.remove(queue)).rejects.toThrow(ChangedMeanwhile);
      const archived = next(queue, { archived: true });
      await ports.assets.change(queue, archived, stampAt());
      await expect(ports.assets.remove(queue)).rejects.toThrow(ChangedMeanwhile);
      await ports.assets.remove(archived);
      await ports.assets.remove(archived);
      expect(await ports.assets.read(queue)).toBeUndefined();
      expect(await ports.accessLists.read(list)).toMatchObject({ subjects: [], version: 0 });
      await ports.assets.create(queue, stampAt());
      expect(await ports.assets.read(queue)).toEqual(queue);
    });

    it('AP-145 that have been restored meanwhile keep what they use', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const team = newAsset({ accountId, kind: 'agent-group', key: 'team' });
      await ports.assets.create(team, stampAt());
      const queue = queueOf(accountId, { agentGroups: ['team'] });
      await ports.assets.create(queue, stampAt());
      const archived = next(queue, { archived: true });
      await ports.assets.change(queue, archived, stampAt());
      await ports.assets.change(archived, next(archived, { archived: false }), stampAt());
      await expect(ports.assets.remove(archived)).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.assets.users(team, 9)).toEqual([{ by: 'asset', kind: 'queue', key: 'support' }]);
    });
  });

  describe('B-16 agent groups', () => {
    const furnished = async () => {
      const { ports } = open();
      const accountId = newId('account');
      const groups = ['blue', 'red'].map((key) => newAsset({ accountId, kind: 'agent-group', key }));
      for (const group of groups) await ports.assets.create(group, stampAt());
      const [blue, red] = groups;
      if (blue === undefined || red === undefined) throw new Error('unreachable');
      return { ports, accountId, blue, red };
    };

    it('AP-140 AP-144 AP-145 are used by what takes them in, until it lets them go', async () => {
      const { ports, accountId, blue, red } = await furnished();
      const queue = queueOf(accountId, { agentGroups: ['blue'] });
      const ours = [{ by: 'asset', kind: 'queue', key: 'support' }];
      await ports.assets.create(queue, stampAt());
      expect(await ports.assets.users(blue, 9)).toEqual(ours);
      const other = queueOf(accountId, { agentGroups: ['red'], version: 2 });
      await ports.assets.change(queue, other, stampAt());
      expect(await ports.assets.users(blue, 9)).toEqual([]);
      expect(await ports.assets.users(red, 9)).toEqual(ours);
      const archived = next(other, { archived: true });
      await ports.assets.change(other, archived, stampAt());
      expect(await ports.assets.users(red, 9)).toEqual(ours);
      await ports.assets.remove(archived);
      expect(await ports.assets.users(red, 9)).toEqual([]);
    });

    it('AP-140 AP-144 are taken in only where they are, and not archived; whoever has one keeps it', async () => {
      const { ports, accountId, blue, red } = await furnished();
      const queue = queueOf(accountId, { agentGroups: ['blue'] });
      await ports.assets.create(queue, stampAt());
      await ports.assets.change(blue, next(blue, { archived: true }), stampAt());
      await ports.assets.change(red, next(red, { archived: true }), stampAt());
      const refusal = { code: 'asset-gone', faults: [{ pointer: '/agentGroups/1' }] };
      for (const key of ['red', 'green']) {
        const other = newAsset({ ...queue, key: 'sales' }, { agentGroups: ['blue', key] });
        await expect(ports.assets.create(other, stampAt())).rejects.toThrow(AssetGone);
        const changed = queueOf(accountId, { agentGroups: ['blue', key], version: 2 });
        await expect(ports.assets.change(queue, changed, stampAt())).rejects.toMatchObject(refusal);
      }
      expect(await ports.assets.read(queue)).toEqual(queue);
      await ports.assets.change(queue, next(queue, { name: 'Help' }), stampAt());
    });
  });
};
