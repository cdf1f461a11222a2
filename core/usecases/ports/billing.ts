import type { LedgerEntry } from '../../domain/billing-ledger.ts';
import type { LicenseKind } from '../../domain/licenses.ts';
import type { Pool } from '../../domain/pool.ts';
import type { Page, PageRequest, Stamp } from './stamp.ts';

/** What an account owns, read at once. */
export interface Owned {
  planId: string;
  /** Counts the changes; the number of the latest ledger entry. 0 for accounts of before there was billing. */
  version: number;
  pools: readonly Pool[];
}

export interface Billing {
  read(accountId: string): Promise<Owned | undefined>;
  /**
   * Makes an account own what the entry says, all of it or nothing, if it still is at the version before, and keeps the
   * entry. Never fewer seats of a kind than are taken: answers those kinds. Of the kinds that its plan has no more
   * (`gone`) it has no pool any more, unless somebody waits for one. Throws `ChangedMeanwhile`, `Busy`.
   */
  change(
    entry: LedgerEntry,
    stamp: Stamp,
    gone?: readonly LicenseKind[],
  ): Promise<{ taken: readonly LicenseKind[] }>;
  /** The ledger, newest first. Throws `InvalidRequest` for a cursor that is not ours. */
  ledger(accountId: string, page: PageRequest): Promise<Page<LedgerEntry>>;
  /** Every entry from before this time (RFC 3339), oldest first. */
  entriesBefore(accountId: string, time: string): Promise<readonly LedgerEntry[]>;
}
