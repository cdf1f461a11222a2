import type { FolderRight } from '../authorization/policy.ts';
import type { Permission } from '../permissions.ts';
import { DomainError, type Fault } from './domain-error.ts';

export class Forbidden extends DomainError {
  readonly code = 'forbidden';
  constructor(permissions: readonly Permission[]) {
    super(
      permissions.length === 0
        ? 'Only the member themselves may do this.'
        : `This needs the permission ${permissions.join(' or ')}.`,
    );
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

/** Only the platform's support takes this permission out of a folder (C-36). */
export class SupportOnly extends DomainError {
  readonly code = 'support-only';
  constructor(permissions: readonly Permission[], pointer: string) {
    super('Only the platform’s support takes this away from everybody in a folder.', [
      { pointer, detail: `must keep ${permissions.join(', ')}` },
    ]);
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
