import { type Asset, asset as assetShape } from '../domain/asset.ts';
import type { AssetRef } from '../domain/asset-kinds.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { ChangedMeanwhile } from '../domain/errors.ts';
import { merged } from '../domain/patch.ts';
import { refuseAsset } from './asset-faults.ts';
import { assetToChange } from './asset-to-change.ts';
import type { Ports, Stamp } from './ports.ts';

/**
 * Changes an asset, field by field; what uses it sees it changed at once. Its kind and key stay.
 * Throws `Forbidden`, `NotFound`, `NotOnAccessList`, `ChangedMeanwhile`, `InvalidRequest`, `MoreThanHeld`, `AlreadyClaimed`,
 * `AssetGone`.
 */
export const changeAsset =
  (ports: Pick<Ports, 'assets' | 'accessLists'>) =>
  async (
    authority: Authority,
    ref: AssetRef,
    ifMatch: number,
    patch: Readonly<Record<string, unknown>>,
    stamp: Stamp,
  ): Promise<Asset> => {
    const before = await assetToChange(ports)(authority, ref);
    if (before.version !== ifMatch) throw new ChangedMeanwhile();
    const after = assetShape.parse({ ...merged(before, patch), version: ifMatch + 1 });
    await refuseAsset(ports)(authority, before, after);
    await ports.assets.change(before, after, stamp);
    return after;
  };
