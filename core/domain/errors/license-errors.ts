import type { LicenseKind } from '../licenses.ts';
import { remedyBy } from '../remedy.ts';
import { DomainError } from './domain-error.ts';

const SEE_WHAT_IS_OWNED = 'See which kinds the account owns, how many are free, and what more would cost.';

export class NoFreeSeat extends DomainError {
  readonly code = 'no-free-seat';
  override readonly remedies = [
    remedyBy('readBilling', SEE_WHAT_IS_OWNED),
    remedyBy('changeSeats', 'Buy more seats, or ask whoever manages billing to.'),
    remedyBy('changeAccount', 'Let users wait for a free license, instead of refusing them.'),
  ];
  constructor(kinds: readonly LicenseKind[]) {
    super(`No free license of: ${kinds.join(', ')}.`);
  }
}

export class LicenseNotInPlan extends DomainError {
  readonly code = 'license-not-in-plan';
  readonly kinds: readonly LicenseKind[];
  override readonly remedies = [
    remedyBy('readBilling', SEE_WHAT_IS_OWNED),
    remedyBy('changeSeats', 'Change to a plan that has them, or ask whoever manages billing to.'),
  ];
  constructor(kinds: readonly LicenseKind[]) {
    super(`The account's plan has no licenses of: ${kinds.join(', ')}.`);
    this.kinds = kinds;
  }
}

/** A kind of which more seats are taken than an account is to own, and by whom, as far as one may know. */
export interface TakenSeats {
  kind: LicenseKind;
  taken: number;
  members: readonly { userId: string; name: string }[];
}

/** An account never owns fewer seats than are taken (B-11). */
export class SeatsTaken extends DomainError {
  readonly code = 'seats-taken';
  readonly holders: readonly TakenSeats[];
  override readonly remedies = [
    remedyBy('takeBackLicense', 'Take licenses back from whoever holds them without need.'),
    remedyBy('signOutMember', 'Sign out whoever uses a license that is taken at sign-in.'),
  ];
  constructor(holders: readonly TakenSeats[]) {
    super(
      'More seats are taken than would be left.',
      holders.map(({ kind, taken }) => ({
        pointer: `/seats/${kind}`,
        detail: `must be at least ${taken}: so many are taken`,
      })),
    );
    this.holders = holders;
  }
}
