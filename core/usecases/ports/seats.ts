import type { LicenseKind } from '../../domain/licenses.ts';
import type { SectionRecord } from '../../domain/section-record.ts';
import type { WorkAssignment } from '../../domain/sections/work.ts';
import type { MemberRef } from './refs.ts';
import type { Stamp } from './stamp.ts';

export interface SeatRequest extends MemberRef {
  runId: string;
  kinds: readonly LicenseKind[];
}

export interface Seats {
  /**
   * Takes a seat of every kind, or none, and leaves the step's record; a repeat by the same run does nothing.
   * While someone waits for a kind, newcomers get none of it. Answers `unavailable` with the kinds that were missing.
   * Throws `LicenseNotInPlan`.
   */
  assign(request: SeatRequest, record: SectionRecord, stamp: Stamp): Promise<SeatOutcome>;
  /**
   * Joins the waiting line, unless a seat of any of the missing kinds has meanwhile become free (`available`): then it
   * is worth asking for all of them again. A repeat does nothing.
   */
  wait(
    request: SeatRequest,
    missing: readonly LicenseKind[],
    record: SectionRecord,
    stamp: Stamp,
  ): Promise<'waiting' | 'available'>;
  /** Gives back every seat, or the place in the line; a repeat does nothing. */
  release(request: SeatRequest, stamp: Stamp): Promise<void>;
}

export type SeatOutcome =
  | { outcome: 'assigned' }
  | { outcome: 'unavailable'; missing: readonly LicenseKind[] };

export interface WorkAssignments {
  /** Adds the memberships; a repeat does nothing more. */
  assign(ref: MemberRef, assignments: readonly WorkAssignment[], stamp: Stamp): Promise<void>;
  release(ref: MemberRef, assignments: readonly WorkAssignment[]): Promise<void>;
}
