import type { Asset } from '../domain/asset.ts';
import type { AssetRef } from '../domain/asset-kinds.ts';
import { requireAssetInSight } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { NotFound } from '../domain/errors.ts';
import type { Ports } from './ports.ts';

/** Reads an asset that one sees, archived or not. Throws `NotFound`. */
export const readAsset =
  ({ assets }: Pick<Ports, 'assets'>) =>
  async (authority: Authority, { kind, key }: AssetRef): Promise<Asset> => {
    requireAssetInSight(authority, { kind, key });
    const found = await assets.read({ accountId: authority.accountId, kind, key });
    if (found === undefined) throw new NotFound();
    return found;
  };
