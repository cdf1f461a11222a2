import { DomainError } from './domain-error.ts';

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

/** Who has chosen a password needs no invitation. */
export class AlreadyAccepted extends DomainError {
  readonly code = 'already-accepted';
  constructor() {
    super('This user has chosen a password already. Mail them the way to a new one instead.');
  }
}
