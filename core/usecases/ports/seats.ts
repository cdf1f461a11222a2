import type { LicenseKind } from '../../domain/licenses.ts';
import type { MemberStatus } from '../../domain/member.ts';
import type { LicensesRecord } from '../../domain/section-record.ts';
import type { WorkAssignment } from '../../domain/sections/work.ts';
import type { HeadChange } from './members.ts';
import type { MemberRef } from './refs.ts';
import type { Page, PageRequest, Stamp } from './stamp.ts';

/**
 * What becomes of a member's licenses, all of it or nothing: seats are taken and given back, and a place in the
 * waiting line is taken, changed or left, as `after` says otherwise than `before`.
 */
export interface SeatMove {
  ref: MemberRef;
  /** What was read; absent when there is nothing yet: then a repeat by the same run does nothing more. */
  before: LicensesRecord | undefined;
  /** Absent: nothing stays, as when a run is discarded. */
  after: LicensesRecord | undefined;
  /**
   * Whose turn it is. A newcomer gets no seat of a kind that somebody waits for. Who is served from the line passes
   * others over only while these kinds, for want of which they do not fit, are exhausted.
   */
  turn: 'newcomer' | { passedOver: readonly LicenseKind[] };
  /** The kinds that were missing: it joins the line only while no seat of any of them is to be had. */
  missing?: readonly LicenseKind[];
  /** The member's status, which must still be this one. */
  status: MemberStatus;
  /** What becomes of the member with it, if anything. */
  head?: HeadChange;
  /** Leaves an invitation to be sent, due at this time (RFC 3339) at the latest. */
  invitationDue?: string;
}

export type SeatOutcome =
  | { outcome: 'moved' }
  /** Nothing was changed: of these kinds no seat is to be had, by who comes newly. */
  | { outcome: 'unavailable'; missing: readonly LicenseKind[] }
  /** Nothing was changed: a seat of a missing kind has become free meanwhile. */
  | { outcome: 'available' }
  /** Nothing was changed: what was read is not what is there any more. */
  | { outcome: 'changed-meanwhile' };

/** A place in the waiting line. */
export interface Place {
  accountId: string;
  userId: string;
  /** A ULID: the line is sorted by it, and it says since when they wait. */
  place: string;
  kinds: readonly LicenseKind[];
}

export interface Seats {
  /** Throws `LicenseNotInPlan`, `LastAdministrator`, `Busy`. */
  move(move: SeatMove, stamp: Stamp): Promise<SeatOutcome>;
  /** The waiting line of an account, oldest first. Throws `InvalidRequest` for a cursor that is not ours. */
  line(accountId: string, page: PageRequest): Promise<Page<Place>>;
  /** Who holds a seat of a named kind, up to `limit` of them. */
  holders(accountId: string, kind: LicenseKind, limit: number): Promise<readonly string[]>;
  /** Places to be looked at by this time, of all accounts, oldest first. */
  duePlaces(now: string, limit: number): Promise<readonly { accountId: string; place: string }[]>;
  /** Looks at a place again later; one that has been left stays left. */
  postponePlace(ref: { accountId: string; place: string }, due: string): Promise<void>;
}

/** Invitations that are to be sent to members who have come out of the waiting line. */
export interface Invitations {
  /** Invitations to be sent by this time, of all accounts, oldest first. */
  due(now: string, limit: number): Promise<readonly (MemberRef & { dueAt: string })[]>;
  read(ref: MemberRef): Promise<{ dueAt: string } | undefined>;
  /** Makes it this caller's to send until then. False if it is another's already, or has been sent. */
  claim(ref: MemberRef, dueAt: string, until: string): Promise<boolean>;
  /**
   * Nothing is due any more: the member was invited at that time (RFC 3339), or, without one, is not to be. A repeat does
   * nothing.
   */
  settle(ref: MemberRef, invitedAt: string | undefined, stamp: Stamp): Promise<void>;
}

export interface WorkAssignments {
  /** Adds the memberships; a repeat does nothing more. */
  assign(ref: MemberRef, assignments: readonly WorkAssignment[], stamp: Stamp): Promise<void>;
  release(ref: MemberRef, assignments: readonly WorkAssignment[]): Promise<void>;
}
