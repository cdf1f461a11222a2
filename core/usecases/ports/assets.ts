import type { AccessList } from '../../domain/access-list.ts';
import type { AccountSettings } from '../../domain/account-settings.ts';
import type { Asset } from '../../domain/asset.ts';
import type { AssetKind, AssetRef } from '../../domain/asset-kinds.ts';
import type { Effect, Idempotency, Page, PageRequest, Stamp } from './stamp.ts';

/** An asset in its account. */
export interface AssetOf extends AssetRef {
  accountId: string;
}

/** Who uses an asset: a member who is assigned to it, a member whose settings name it, another asset, the account itself. */
export type AssetUser =
  | { by: 'member' | 'settings'; userId: string }
  | { by: 'asset'; kind: AssetKind; key: string }
  | { by: 'account' };

/**
 * What accounts have for their members to work on and with. Nobody newly uses what is archived, and only what is archived
 * and has no user is deleted. Whoever uses one first says so, then looks whether it is there and not archived; whoever
 * deletes one first archives it, then looks whether anybody uses it: so one of two who meet sees the other.
 */
export interface Assets {
  /**
   * A number and a SIP user name belong to one asset alone in the whole system, archived or not, until it is deleted.
   * Together with the access list that goes with it, if one is given (of its next version). A number becomes the account's
   * default number if it has none (C-58).
   * Throws `AssetExists`, `AlreadyClaimed`, `AssetGone` for a group, `IdempotencyKeyReused`, `Busy` when the access
   * list has another version.
   */
  create(asset: Asset, stamp: Stamp, idempotency?: Idempotency, accessList?: AccessList): Promise<Effect>;
  read(ref: AssetOf): Promise<Asset | undefined>;
  /** Those of them that are there, archived or not; consistently, any number of them. */
  readMany(accountId: string, refs: readonly AssetRef[]): Promise<readonly Asset[]>;
  /** By key, those that `sees` lets through; archived ones, or the others. Throws `InvalidRequest` for a cursor that is not ours. */
  list(
    accountId: string,
    kind: AssetKind,
    filter: { archived: boolean },
    page: PageRequest,
    sees?: (asset: Asset) => boolean,
  ): Promise<Page<Asset>>;
  /**
   * If nobody has changed it since it was read; `after` has the next version. Agent groups that it takes in must be there
   * and not archived. A former number or SIP user name is free again.
   * Throws `ChangedMeanwhile`, `AlreadyClaimed`, `AssetGone`.
   */
  change(before: Asset, after: Asset, stamp: Stamp): Promise<void>;
  /**
   * Deletes it, with its access list and what it has claimed, if it still has this version, and is archived. A repeat does
   * nothing. Throws `ChangedMeanwhile`.
   */
  remove(asset: Asset): Promise<void>;
  /** Some of those who use it. */
  users(ref: AssetOf, limit: number): Promise<readonly AssetUser[]>;
  /** All assets that take in an agent group, archived or not, by kind and key. */
  takers(group: AssetOf): Promise<readonly AssetRef[]>;
  /** The members who are assigned to it, by user id. Throws `InvalidRequest` for a cursor that is not ours. */
  members(ref: AssetOf, page: PageRequest): Promise<Page<string>>;
}

/** What counts in an account for every member whose own settings do not say otherwise. */
export interface VersionedSettings {
  settings: AccountSettings;
  /** Their ETag; 0 where nobody has changed anything yet. */
  version: number;
}

export interface AccountDefaults {
  /** The settings that an account begins with, of version 0, where nobody has changed them. */
  read(accountId: string): Promise<VersionedSettings>;
  /**
   * If nobody has changed them since they were read: what they name newly has to be there and not archived, and is in use
   * from then on. Throws `ChangedMeanwhile`, `AssetGone`.
   */
  change(
    accountId: string,
    before: VersionedSettings,
    settings: AccountSettings,
    stamp: Stamp,
  ): Promise<void>;
}
