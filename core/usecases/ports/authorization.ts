import type { AccessList, ListedKind } from '../../domain/access-list.ts';
import type { ApiUser } from '../../domain/api-user.ts';
import type { Policy } from '../../domain/authorization/policy.ts';
import type { Use } from '../../domain/authorization/uses.ts';
import type { ApiUserRef } from './refs.ts';
import type { Effect, Idempotency, Page, PageRequest, Stamp } from './stamp.ts';

/** The roles, folders and access-control groups of accounts: one document each, with one version. */
export interface Policies {
  /** Of an account that has changed nothing yet: the first policy, version 0. */
  read(accountId: string): Promise<Policy>;
  /**
   * Replaces the policy of version `policy.version - 1`, and with it the version that the account's head names;
   * what is `created` can be used from then on, what is `deleted` must not be in use.
   * Throws `IdempotencyKeyReused`.
   */
  change(
    policy: Policy,
    change: { created?: Use; deleted?: Use },
    stamp: Stamp,
    idempotency?: { key: Idempotency; resultId: string },
  ): Promise<PolicyOutcome>;
  /** Who uses a role, a folder or a group: some of them, by name. */
  users(accountId: string, use: Use, limit: number): Promise<readonly { userId: string; name: string }[]>;
}

export type PolicyOutcome =
  | { outcome: 'changed' }
  | { outcome: 'stale' }
  | { outcome: 'in-use' }
  | { outcome: 'replayed'; replayOf: string };

export interface ApiUsers {
  /** Throws `IdempotencyKeyReused`. */
  create(user: ApiUser, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  read(ref: ApiUserRef): Promise<ApiUser | undefined>;
  /** Whichever account it belongs to. */
  find(apiUserId: string): Promise<ApiUser | undefined>;
  list(accountId: string, page: PageRequest): Promise<Page<ApiUser>>;
  /** If nobody has changed it since; `user` has the next version. Throws `ChangedMeanwhile`, `IdempotencyKeyReused`. */
  change(user: ApiUser, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  /** A repeat does nothing. */
  remove(ref: ApiUserRef): Promise<void>;
}

export interface AccessLists {
  /** An empty list of version 0 where nobody has written one. */
  read(ref: { accountId: string; kind: ListedKind; key: string }): Promise<AccessList>;
  list(accountId: string, page: PageRequest): Promise<Page<AccessList>>;
  /** If nobody has changed it since; `list` has the next version. Throws `ChangedMeanwhile`. */
  write(list: AccessList, stamp: Stamp): Promise<void>;
}

/** Whom access lists name. */
export interface Subjects {
  /** Those of the users and API users who are not of the account. */
  strangers(accountId: string, ids: readonly string[]): Promise<readonly string[]>;
}
