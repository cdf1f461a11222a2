import type { Asset } from '../domain/asset.ts';
import type { AssetRef } from '../domain/asset-kinds.ts';
import { requireForKind } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { NotOnAccessList } from '../domain/errors.ts';
import type { Ports } from './ports.ts';
import { readAsset } from './read-asset.ts';

/**
 * Reads an asset that whoever asks may change: by the permission that its kind takes; a queue is also for those alone who
 * are on its access list, and for administrators (C-25, C-63). Throws `Forbidden`, `NotFound`, `NotOnAccessList`.
 */
export const assetToChange =
  (ports: Pick<Ports, 'assets' | 'accessLists'>) =>
  async (authority: Authority, { kind, key }: AssetRef): Promise<Asset> => {
    requireForKind(authority, kind, 'change');
    const asset = await readAsset(ports)(authority, { kind, key });
    const { accountId, rights } = authority;
    if (kind !== 'queue' || rights.isAdministrator) return asset;
    const { subjects } = await ports.accessLists.read({ accountId, kind, key });
    if (!subjects.some((subject) => rights.subjects.has(subject))) throw new NotOnAccessList(kind);
    return asset;
  };
