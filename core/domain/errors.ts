import type { LicenseKind } from './licenses.ts';
import type { Permission } from './permissions.ts';
import type { StepName } from './steps.ts';

/** One thing that is wrong with a request: where (JSON Pointer into the body, or a parameter) and what. */
export interface Fault {
  pointer: string;
  detail: string;
}

/**
 * What can go wrong by the rules of Rollcall. `code` is stable: it becomes the problem type of a response, or the
 * error name of a step. A message never holds personal data, since it ends up in execution histories.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  /** The parts of the request that are to blame, if any. */
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly Fault[] = []) {
    super(message);
    this.faults = faults;
  }
}

export class InvalidRequest extends DomainError {
  readonly code = 'invalid-request';
  constructor(faults: readonly Fault[]) {
    super('The request has faults; each is listed with where it is.', faults);
  }
}

export class NotFound extends DomainError {
  readonly code = 'not-found';
  constructor() {
    super('There is nothing here, or nothing that you may see.');
  }
}

export class Forbidden extends DomainError {
  readonly code = 'forbidden';
  constructor(permission: Permission) {
    super(`This needs the permission ${permission}.`);
  }
}

/** A role or a grant holds permissions that whoever gives it does not hold. */
export class MoreThanHeld extends DomainError {
  readonly code = 'more-than-held';
  constructor(missing: readonly Permission[], pointer: string) {
    super('You can give only what you hold yourself.', [
      { pointer, detail: `gives what you do not hold: ${missing.join(', ')}` },
    ]);
  }
}

export class MemberNotActive extends DomainError {
  readonly code = 'member-not-active';
  constructor() {
    super('Your membership of this account is not active. Ask an administrator of the account.');
  }
}

export class AddressNotAllowed extends DomainError {
  readonly code = 'address-not-allowed';
  constructor() {
    super(
      'Your IP address is not among the networks that you may call from. Ask an administrator of the account.',
    );
  }
}

export class UserExists extends DomainError {
  readonly code = 'user-exists';
  constructor(faults: readonly Fault[]) {
    super('A user with this email address already exists.', faults);
  }
}

export class LoginIdTaken extends DomainError {
  readonly code = 'login-id-taken';
  constructor(faults: readonly Fault[]) {
    super('A user with this login ID already exists.', faults);
  }
}

export class RunNotFailed extends DomainError {
  readonly code = 'run-not-failed';
  constructor() {
    super('Only a run that has failed can be resumed or discarded.');
  }
}

export class StepAlreadyDone extends DomainError {
  readonly code = 'step-already-done';
  constructor(steps: readonly StepName[], faults: readonly Fault[]) {
    super(`Already done in this run, so not open to correction: ${steps.join(', ')}.`, faults);
  }
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency-key-reused';
  constructor() {
    super('This Idempotency-Key was used for a different request in the last 24 hours.');
  }
}

export class NoFreeSeat extends DomainError {
  readonly code = 'no-free-seat';
  constructor(kinds: readonly LicenseKind[]) {
    super(`No free license of: ${kinds.join(', ')}.`);
  }
}

export class LicenseNotInPlan extends DomainError {
  readonly code = 'license-not-in-plan';
  constructor(kinds: readonly LicenseKind[]) {
    super(`The account's plan has no licenses of: ${kinds.join(', ')}.`);
  }
}

export class IdentityRefused extends DomainError {
  readonly code = 'identity-refused';
  constructor() {
    super('The sign-in service refuses this email address or user.');
  }
}

/** The mail service takes no mail from us: a sandbox, an identity not verified. No fault of the address. */
export class MailNotSent extends DomainError {
  readonly code = 'mail-not-sent';
  constructor() {
    super('The mail service did not take the mail.');
  }
}

/** Someone who has not used their invitation yet has no password to reset. */
export class NoPasswordYet extends DomainError {
  readonly code = 'no-password-yet';
  constructor() {
    super('This user has not chosen a password yet. Send the invitation again instead.');
  }
}

/** Two things happened at once too often, or the store is throttled: worth another try. */
export class Busy extends DomainError {
  readonly code = 'busy';
  constructor() {
    super('Too much is going on at once. Try again in a moment.');
  }
}

/** The account that is to be created stands already. */
export class AccountExists extends DomainError {
  readonly code = 'account-exists';
  constructor() {
    super('The account exists already.');
  }
}

/** An execution goes on for a run that has moved on without it. */
export class StaleAttempt extends DomainError {
  readonly code = 'stale-attempt';
  constructor() {
    super('The run has moved on without this execution.');
  }
}
