import { type Asset, ownOf } from '../../../core/domain/asset.ts';
import { type Database, keys } from './database.ts';

/** What an asset claims, by the field that says it. */
const claimsOf = (asset: Asset | undefined): ReadonlyMap<string, string> =>
  new Map(
    asset &&
      Object.entries(ownOf(asset)).map(
        ([field, value]) => [field, keys.assetClaim({ field, value })] as const,
      ),
  );

/** The numbers and SIP user names that assets have claimed, each for itself alone. */
export const assetClaimsIn = ({ assetClaims }: Database) => ({
  /** The fields that say what is claimed already, of those that say another thing than before. */
  claimed: (after: Asset, before?: Asset): readonly string[] => {
    const former = claimsOf(before);
    return [...claimsOf(after)].flatMap(([field, claim]) =>
      former.get(field) !== claim && assetClaims.has(claim) ? [field] : [],
    );
  },

  /** Gives up what was its alone, and claims what is; what another asset has claimed stays. */
  moveClaims: (before: Asset | undefined, after: Asset | undefined): void => {
    for (const claim of claimsOf(before).values())
      if (before && assetClaims.get(claim) === keys.asset(before)) assetClaims.delete(claim);
    for (const claim of claimsOf(after).values()) if (after) assetClaims.set(claim, keys.asset(after));
  },
});
