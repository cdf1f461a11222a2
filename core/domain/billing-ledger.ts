import type { LicenseKind } from './licenses.ts';

/** What an account owned of one kind before and after a change, and what a seat cost a month at the time. */
export interface LedgerLine {
  kind: LicenseKind;
  before: number;
  after: number;
  /** Of a month, in the currency’s smallest unit; after the change. */
  pricePerSeat: number;
}

/** One change of what an account owns. Every kind it owned or owns is on a line, changed or not: entries stand for themselves. */
export interface LedgerEntry {
  accountId: string;
  /** Counts the account's entries, from 1 for what it was created with. */
  entry: number;
  /** RFC 3339 */
  at: string;
  /** Who changed it: a user, an API user, or `operator`. */
  by: string;
  planId: string;
  /** ISO 4217 */
  currency: string;
  lines: readonly LedgerLine[];
}

/** What an entry makes of the monthly cost, in the currency’s smallest unit. */
export const monthlyCostAfter = ({ lines }: Pick<LedgerEntry, 'lines'>): number =>
  lines.reduce((sum, { after, pricePerSeat }) => sum + after * pricePerSeat, 0);
