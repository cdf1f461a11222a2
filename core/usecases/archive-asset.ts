import type { Asset } from '../domain/asset.ts';
import type { AssetRef } from '../domain/asset-kinds.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { Busy, ChangedMeanwhile } from '../domain/errors.ts';
import { assetToChange } from './asset-to-change.ts';
import type { Ports, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'assets' | 'accessLists'>;

/** How often others may change it meanwhile. */
const TRIES = 4;

const setArchived =
  (archived: boolean) =>
  (ports: Needs) =>
  async (authority: Authority, ref: AssetRef, stamp: Stamp): Promise<Asset> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await assetToChange(ports)(authority, ref);
      if (before.archived === archived) return before;
      const after = { ...before, archived, version: before.version + 1 };
      try {
        await ports.assets.change(before, after, stamp);
        return after;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    }
    throw new Busy();
  };

/**
 * Archives an asset: nobody is newly assigned to it, nor names it; who is or does, stays. A repeat does nothing.
 * Throws `Forbidden`, `NotFound`, `NotOnAccessList`.
 */
export const archiveAsset = setArchived(true);

/** Takes an asset out of the archive again. A repeat does nothing. Throws `Forbidden`, `NotFound`, `NotOnAccessList`. */
export const restoreAsset = setArchived(false);
