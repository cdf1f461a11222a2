import type { KnownPerson } from '../known-person.ts';
import type { StepName } from '../steps.ts';
import { DomainError, type Fault } from './domain-error.ts';

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
