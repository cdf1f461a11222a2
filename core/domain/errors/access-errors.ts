import type { WarningCode } from '../warnings.ts';
import { DomainError } from './domain-error.ts';

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

/** A role, a folder, a group or an asset that somebody or something still uses; the faults name it. */
export class InUse extends DomainError {
  readonly code = 'in-use';
  constructor(what: string, by: readonly string[]) {
    super(
      `The ${what} is in use.`,
      by.map((detail) => ({ pointer: '', detail })),
    );
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
