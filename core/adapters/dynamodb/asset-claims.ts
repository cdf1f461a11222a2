import { type Asset, ownOf } from '../../domain/asset.ts';
import { AlreadyClaimed, AssetExists } from '../../domain/errors.ts';
import { type Claims, claimsWithout } from './claims.ts';
import { numberKey, sipKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

/** What an asset claims, archived or not: it is unique in the whole system. */
const claimsOf = (asset: Asset): Claims => {
  const { number, userName } = ownOf(asset);
  return {
    ...(number !== undefined && { number: numberKey(number) }),
    ...(userName !== undefined && { userName: sipKey(userName) }),
  };
};

const makeClaims = ({ table }: Store, { accountId, kind, key }: Asset, claims: Claims) =>
  Object.fromEntries(
    Object.entries(claims).map(([field, Key]): [string, Operation] => [
      `claim:${field}`,
      {
        Put: {
          TableName: table,
          Item: { ...Key, accountId, kind, key },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]),
  );

/** One that another asset has made is never touched. */
const giveUpClaims = ({ table }: Store, { accountId, kind, key }: Asset, claims: Claims) =>
  Object.fromEntries(
    Object.entries(claims).map(([field, Key]): [string, Operation] => [
      `former:${field}`,
      {
        Delete: {
          TableName: table,
          Key,
          ConditionExpression:
            'attribute_not_exists(pk) OR (accountId = :account AND #kind = :kind AND #key = :key)',
          ExpressionAttributeNames: { '#kind': 'kind', '#key': 'key' },
          ExpressionAttributeValues: { ':account': accountId, ':kind': kind, ':key': key },
        },
      },
    ]),
  );

/** The operations by which a new asset claims what is its alone: 2 write units for a number or a SIP client. */
export const claimOwn = (store: Store, asset: Asset) => makeClaims(store, asset, claimsOf(asset));

/**
 * The operations by which an asset claims what is its alone from now on, and gives up what was: 4 write units if it is
 * another.
 */
export const moveOwn = (store: Store, before: Asset, after: Asset): Record<string, Operation> => {
  const [former, claims] = [claimsOf(before), claimsOf(after)];
  return {
    ...makeClaims(store, after, claimsWithout(claims, former)),
    ...giveUpClaims(store, before, claimsWithout(former, claims)),
  };
};

/** The operations by which an asset that goes gives up what was its alone: 2 write units for a number or a SIP client. */
export const giveUpOwn = (store: Store, asset: Asset) => giveUpClaims(store, asset, claimsOf(asset));

const claimedByOthers = (refused: Refusals, asset: Asset): readonly string[] =>
  Object.keys(ownOf(asset)).filter((field) => refused.has(`claim:${field}`));

/** Throws `AlreadyClaimed` for what another asset has claimed. */
export const refuseClaimed = (refused: Refusals, asset: Asset): void => {
  const fields = claimedByOthers(refused, asset);
  if (fields.length > 0) throw new AlreadyClaimed(fields);
};

/** Throws `AssetExists` if the key of a new asset is taken, which says most, with all else that is; or `AlreadyClaimed`. */
export const refuseTaken = (refused: Refusals, asset: Asset): void => {
  if (refused.has('asset') || refused.has('archived')) {
    const { faults } = new AlreadyClaimed(claimedByOthers(refused, asset));
    throw new AssetExists(asset.kind, asset.key, faults);
  }
  refuseClaimed(refused, asset);
};
