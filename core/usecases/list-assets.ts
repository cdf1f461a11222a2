import type { AssetKind } from '../domain/asset-kinds.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import type { PageRequest, Ports } from './ports.ts';

/**
 * Lists the assets of a kind that one sees, by key: those that can be used, or archived ones. Throws `InvalidRequest` for
 * a cursor that is not ours.
 */
export const listAssets =
  ({ assets }: Pick<Ports, 'assets'>) =>
  (authority: Authority, kind: AssetKind, query: PageRequest & { archived: boolean }) =>
    assets.list(authority.accountId, kind, query, query, (asset) => seesAsset(authority, asset));
