import { describe, expect, it } from 'vitest';
import type { Asset } from '../../core/domain/asset.ts';
import { AlreadyClaimed, AssetExists, ChangedMeanwhile } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { newAsset, newNumber, newUserName } from './asset-samples.ts';
import { idempotency, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

/** What is one asset's alone, by kind. */
const KINDS = [
  { kind: 'number', field: 'number', newValue: newNumber },
  { kind: 'sip-client', field: 'userName', newValue: newUserName },
] as const;

const next = (before: Asset, more: object): Asset =>
  Object.assign({}, before, { version: before.version + 1 }, more);

export const assetClaimsContract = (open: OpenStore): void => {
  describe.each(KINDS)('C-29 D-15 what a $kind has for itself alone', ({ kind, field, newValue }) => {
    const of = (value: string, { accountId = newId('account'), key = 'main' } = {}): Asset =>
      newAsset({ accountId, kind, key }, { [field]: value });
    const detail = 'belongs to somebody already: name one that nobody has';
    const refusal = { code: 'already-claimed', faults: [{ pointer: `/${field}`, detail }] };

    const opened = () => {
      const { assets } = open().ports;
      return {
        assets,
        async make(value: string): Promise<Asset> {
          const asset = of(value);
          await assets.create(asset, stampAt());
          return asset;
        },
        async change(before: Asset, more: object): Promise<Asset> {
          const after = next(before, more);
          await assets.change(before, after, stampAt());
          return after;
        },
      };
    };

    it('AP-140 one of two accounts gets that are after it at once', async () => {
      const { assets } = opened();
      const value = newValue();
      const both = [of(value), of(value)];
      const results = await Promise.allSettled(both.map((one) => assets.create(one, stampAt())));
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const loser = results.findIndex(({ status }) => status === 'rejected');
      expect(results[loser]).toMatchObject({ reason: refusal });
      const [winner] = both.filter((_, index) => index !== loser);
      expect(await Promise.all(both.map((one) => assets.read(one)))).toEqual(
        both.map((one) => (one === winner ? winner : undefined)),
      );
    });

    it('AP-140 is told with the key if both are taken, and nothing is made', async () => {
      const { assets, make } = opened();
      const { accountId } = await make(newValue());
      const value = newValue();
      await make(value);
      const second = of(value, { accountId });
      await expect(assets.create(second, stampAt())).rejects.toThrow(AssetExists);
      await expect(assets.create(second, stampAt())).rejects.toMatchObject({
        faults: [{ pointer: '/key' }, { pointer: `/${field}`, detail }],
      });
      const sibling = of(value, { accountId, key: 'other' });
      await expect(assets.create(sibling, stampAt())).rejects.toMatchObject(refusal);
      expect(await assets.read(sibling)).toBeUndefined();
    });

    it('AP-140 does not stand in the way of its own repeat', async () => {
      const { assets } = opened();
      const asset = of(newValue());
      const key = idempotency();
      expect(await assets.create(asset, stampAt(), key)).toEqual({});
      expect(await assets.create(asset, stampAt(), key)).toEqual({ replayOf: 'main' });
    });

    it('AP-144 is kept by all other changes, and in the archive', async () => {
      const { make, change } = opened();
      const value = newValue();
      const archived = await change(await change(await make(value), { name: 'Lobby' }), { archived: true });
      await expect(make(value)).rejects.toThrow(AlreadyClaimed);
      await change(archived, { archived: false });
      await expect(make(value)).rejects.toThrow(AlreadyClaimed);
    });

    it('AP-144 is another one’s when it has changed, once nobody has that; the former one is free', async () => {
      const { assets, make, change } = opened();
      const [value, other] = [newValue(), newValue()];
      const asset = await make(value);
      await make(other);
      await expect(change(asset, { [field]: other })).rejects.toMatchObject(refusal);
      expect(await assets.read(asset)).toEqual(asset);
      const archived = await change(asset, { [field]: newValue(), archived: true });
      const heir = await make(value);
      await expect(change(asset, { [field]: other })).rejects.toThrow(ChangedMeanwhile);
      await change(archived, { [field]: newValue() });
      await expect(change(archived, { [field]: newValue() })).rejects.toThrow(ChangedMeanwhile);
      await expect(make(value)).rejects.toThrow(AlreadyClaimed);
      expect(await assets.read(heir)).toEqual(heir);
    });

    it('AP-145 is free when it is deleted; a repeat leaves it to whoever has it by then', async () => {
      const { assets, make, change } = opened();
      const value = newValue();
      const asset = await make(value);
      const archived = await change(asset, { archived: true });
      await expect(assets.remove(asset)).rejects.toThrow(ChangedMeanwhile);
      await expect(make(value)).rejects.toThrow(AlreadyClaimed);
      await assets.remove(archived);
      const heir = await make(value);
      await assets.remove(archived);
      expect(await assets.read(heir)).toEqual(heir);
      await expect(make(value)).rejects.toThrow(AlreadyClaimed);
    });
  });
};
