import type { FolderRight } from './authorization/policy.ts';
import type { KnownPerson } from './known-person.ts';
import type { LicenseKind } from './licenses.ts';
import type { Permission } from './permissions.ts';
import type { StepName } from './steps.ts';
import type { WarningCode } from './warnings.ts';

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
  constructor(permissions: readonly Permission[]) {
    super(`This needs the permission ${permissions.join(' or ')}.`);
  }
}

/** The folder's access lists do not name whoever asks (C-57). */
export class NotInFolder extends DomainError {
  readonly code = 'not-in-folder';
  constructor(rights: readonly FolderRight[]) {
    super(
      `The folder does not let you ${rights.join(', ')}. Ask an administrator to put you on its access lists.`,
    );
  }
}

/** A role, a grant or anything else gives what whoever gives it does not hold. */
export class MoreThanHeld extends DomainError {
  readonly code = 'more-than-held';
  constructor(faults: readonly Fault[]) {
    super('You can give only what you hold yourself.', faults);
  }
}

/** An API user was not granted this endpoint (E-11). */
export class EndpointNotGranted extends DomainError {
  readonly code = 'endpoint-not-granted';
  constructor() {
    super('This API user was not granted this endpoint.');
  }
}

/** The session was ended: by its person everywhere, or by an administrator in this account. */
export class SignedOut extends DomainError {
  readonly code = 'signed-out';
  constructor() {
    super('You were signed out. Sign in again.');
  }
}

/** An id and secret that sign no API user in; which of the two is wrong is not told. */
export class BadCredentials extends DomainError {
  readonly code = 'bad-credentials';
  constructor() {
    super('No API user signs in with this id and secret.');
  }
}

/** A secret is shown once: whoever lost it asks for a new one. */
export class SecretShownBefore extends DomainError {
  readonly code = 'secret-shown-before';
  constructor() {
    super(
      'This request was made before, and its secret is not shown again. Rotate the secret to get a new one.',
    );
  }
}

/** What whoever asks should know before it is done, each with the word that confirms it. */
export interface Warning {
  code: WarningCode;
  detail: string;
}

/** Done only when asked for again with `confirm` naming each of the warnings. */
export class ConfirmationRequired extends DomainError {
  readonly code = 'confirmation-required';
  readonly warnings: readonly Warning[];
  constructor(warnings: readonly Warning[]) {
    super(
      'This has consequences. Send it again with their codes in `confirm` if you mean it.',
      warnings.map(({ code, detail }) => ({ pointer: '/confirm', detail: `${code}: ${detail}` })),
    );
    this.warnings = warnings;
  }
}

/** An account always has an active administrator. */
export class LastAdministrator extends DomainError {
  readonly code = 'last-administrator';
  constructor() {
    super('This is the last active administrator of the account. Make another one first.');
  }
}

/** What is asked of a member is not possible in the state they are in. */
export class WrongMemberStatus extends DomainError {
  readonly code = 'wrong-member-status';
  constructor(wanted: string) {
    super(`The member is not ${wanted}.`);
  }
}

/** Somebody changed it since it was read. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'changed-meanwhile';
  constructor() {
    super('It has changed since you read it. Read it again, and decide again.');
  }
}

/** A role, a folder or a group that something still refers to; the faults name it. */
export class InUse extends DomainError {
  readonly code = 'in-use';
  constructor(what: string, by: readonly string[]) {
    super(
      `The ${what} is in use.`,
      by.map((detail) => ({ pointer: '', detail })),
    );
  }
}

/** Only the platform's support takes this permission out of a folder (C-36). */
export class SupportOnly extends DomainError {
  readonly code = 'support-only';
  constructor(permissions: readonly Permission[], pointer: string) {
    super('Only the platform’s support takes this away from everybody in a folder.', [
      { pointer, detail: `must keep ${permissions.join(', ')}` },
    ]);
  }
}

/** An account's roles, folders and groups have a bound each, and one together. */
export class PolicyFull extends DomainError {
  readonly code = 'policy-full';
  constructor(detail: string) {
    super(detail);
  }
}

/** The user has access to the account, or an offer of it. */
export class AlreadyMember extends DomainError {
  readonly code = 'already-member';
  constructor() {
    super('The user has access to this account already, or an offer of it.');
  }
}

/** There is no offer to accept or decline, or not any more. */
export class NoOffer extends DomainError {
  readonly code = 'no-offer';
  constructor() {
    super('There is no offer of access to this account, or it is over.');
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
  /** Who it is, for callers of the same agency (D-32). */
  readonly person: KnownPerson | undefined;
  constructor(faults: readonly Fault[], person?: KnownPerson) {
    super('A user with this email address already exists.', faults);
    this.person = person;
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
    super('Only a run that has failed can be resumed; that, or an offer, can be discarded.');
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
