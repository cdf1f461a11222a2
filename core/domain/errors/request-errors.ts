import { DomainError, type Fault } from './domain-error.ts';

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

/** Somebody changed it since it was read. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'changed-meanwhile';
  constructor() {
    super('It has changed since you read it. Read it again, and decide again.');
  }
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency-key-reused';
  constructor() {
    super('This Idempotency-Key was used for a different request in the last 24 hours.');
  }
}

/** Two things happened at once too often, or the store is throttled: worth another try. */
export class Busy extends DomainError {
  readonly code = 'busy';
  constructor() {
    super('Too much is going on at once. Try again in a moment.');
  }
}
