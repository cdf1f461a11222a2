import { inOrder, type LicenseKind, without } from './licenses.ts';
import { holdingOf, type LicensesRecord } from './section-record.ts';

/** What a change of a member's licenses means for the pools, and for the waiting line. */
export interface HoldingChange {
  /** Needed newly. */
  needed: readonly LicenseKind[];
  /** A seat is taken. */
  gained: readonly LicenseKind[];
  /** A seat is given back. */
  lost: readonly LicenseKind[];
  /** Waited for from now on. */
  joined: readonly LicenseKind[];
  /** Waited for no more. */
  left: readonly LicenseKind[];
}

export const holdingChange = (
  before: LicensesRecord | undefined,
  after: LicensesRecord | undefined,
): HoldingChange => {
  const from = holdingOf(before);
  const to = holdingOf(after);
  return {
    needed: without(to.kinds, from.kinds),
    gained: without(to.held, from.held),
    lost: without(from.held, to.held),
    joined: without(to.waitingFor, from.waitingFor),
    left: without(from.waitingFor, to.waitingFor),
  };
};

/** The kinds that an account must have a pool of: also what was needed before its plan had it no more. */
export const poolsNeeded = ({ needed, gained, joined }: HoldingChange): readonly LicenseKind[] =>
  inOrder([...needed, ...gained, ...joined]);

/** Counts one change more than what was read. */
export const nextRevision = (before: LicensesRecord | undefined): number => (before?.revision ?? 0) + 1;
