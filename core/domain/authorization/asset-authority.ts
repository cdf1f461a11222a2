import { ASSET_KINDS, type AssetRef } from '../asset-kinds.ts';
import { NotFound } from '../errors.ts';
import { type Authority, requireAny } from './authority.ts';
import { workName } from './work-name.ts';

/** Whether one sees an asset: whoever's groups narrow their work sees no other work (D-4). */
export const seesAsset = ({ rights }: Authority, { kind, key }: AssetRef): boolean =>
  rights.work === 'everything' || !ASSET_KINDS[kind].hasMembers || rights.work.has(workName({ kind, key }));

/** An asset out of sight is as good as not there. Throws `NotFound`. */
export const requireAssetInSight = (authority: Authority, ref: AssetRef): void => {
  if (!seesAsset(authority, ref)) throw new NotFound();
};

/**
 * Which permission it takes, the kind says. Programs hold it too: their endpoint is one for all kinds. Throws `Forbidden`.
 */
export const requireForKind = (
  authority: Authority,
  kind: AssetRef['kind'],
  what: 'create' | 'change',
): void => requireAny(authority, [ASSET_KINDS[kind][what]]);
