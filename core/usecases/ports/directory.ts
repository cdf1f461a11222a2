import type { Account } from '../../domain/account.ts';
import type { Agency } from '../../domain/agency.ts';
import type { ApiUser } from '../../domain/api-user.ts';
import type { Placed } from '../../domain/authorization/authority.ts';
import type { LedgerEntry } from '../../domain/billing-ledger.ts';
import type { ExtraProfile } from '../../domain/extra-profile.ts';
import type { ApiUrls } from '../../domain/location.ts';
import type { Member, User } from '../../domain/member.ts';
import type { Pool } from '../../domain/pool.ts';
import type { Access } from '../../domain/sections/access.ts';
import type { Permissions } from '../../domain/sections/permissions.ts';
import type { ApiUserRef, MemberRef } from './refs.ts';
import type { Stamp } from './stamp.ts';

export interface Agencies {
  /** A repeat changes nothing. */
  create(agency: Agency, stamp: Stamp): Promise<void>;
  read(agencyId: string): Promise<Agency | undefined>;
  /** Every account of the agency, by id. */
  accounts(agencyId: string): Promise<readonly { accountId: string; name: string }[]>;
}

export interface Accounts {
  /**
   * With the seats that its first ledger entry says, and its place in its agency, if it has one; a repeat changes
   * nothing. Throws `InvalidRequest` without its agency or parent.
   */
  create(account: Account, opening: LedgerEntry, stamp: Stamp): Promise<void>;
  /** Changes how the account wants things done. Throws `NotFound`. */
  change(
    accountId: string,
    settings: Partial<Pick<Account, 'licensePolicy' | 'apps'>>,
    stamp: Stamp,
  ): Promise<void>;
  read(accountId: string): Promise<Account | undefined>;
  readWithPools(accountId: string): Promise<{ account: Account; pools: readonly Pool[] } | undefined>;
}

export interface Users {
  read(userId: string): Promise<User | undefined>;
  /** Marks the first sign-in; a repeat keeps the first time. */
  accept(userId: string, at: string, stamp: Stamp): Promise<void>;
  /** Who has claimed the email, if anybody has; they may still be on their way in. */
  findByEmail(email: string): Promise<string | undefined>;
  /** Who has claimed the login ID, if anybody has; they may still be on their way in. */
  findByLoginId(loginId: string): Promise<string | undefined>;
  /** Those of the login IDs that somebody has claimed; they may still be on their way in. At most a hundred are asked for. */
  takenLoginIds(loginIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Tokens from before are refused from now on. */
  signOut(userId: string, at: string, stamp: Stamp): Promise<void>;
  /** A mail sent to the user at this time came back for good; of several the one sent last counts. */
  noteBounce(userId: string, at: string, stamp: Stamp): Promise<void>;
}

/** What administrators answer about themselves (E-24); nobody but they ever reads it. */
export interface ExtraProfiles {
  /** Nothing, if they have neither answered nor skipped it. */
  read(userId: string): Promise<ExtraProfile | undefined>;
  /** Keeps this instead of what they answered before; nothing in it: they do not want to. */
  keep(userId: string, answers: ExtraProfile, stamp: Stamp): Promise<void>;
}

/** What is only known of the locations once they are deployed. */
export interface Locations {
  /** As they were told last; it may take a moment. */
  apiUrls(): Promise<ApiUrls>;
  /** What is told replaces all that was known. */
  name(apiUrls: ApiUrls, stamp: Stamp): Promise<void>;
}

/** What decides whether a user may do something in an account, read at once and consistently. */
export interface Standing {
  account: Account;
  /** The version of the account's policy. */
  policyVersion: number;
  user?: User | undefined;
  member?: Member | undefined;
  permissions?: Permissions | undefined;
  access?: Access | undefined;
  /** Where the member is whom the request is about. */
  target?: Placed | undefined;
}

export interface Standings {
  /** All in one batch; `undefined` if there is no such account. */
  read(ref: MemberRef, targetId?: string): Promise<Standing | undefined>;
  /** The same for a program. */
  readApiUser(
    ref: ApiUserRef,
    targetId?: string,
  ): Promise<
    (Pick<Standing, 'account' | 'policyVersion' | 'target'> & { apiUser?: ApiUser | undefined }) | undefined
  >;
  /** A person, for requests about themselves. */
  readUser(userId: string): Promise<User | undefined>;
}
