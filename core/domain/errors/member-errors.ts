import { DomainError, type Fault } from './domain-error.ts';

/** Another member of the account has this extension. */
export class ExtensionTaken extends DomainError {
  readonly code = 'extension-taken';
  constructor(at: string) {
    super('Another member of the account has this extension.', [
      { pointer: `${at}/profile/extension`, detail: 'belongs to another member of the account' },
    ]);
  }
}

/** It belongs to the person, and only the account that created the user changes it (D-35); the others ask them (D-36). */
export class NotOwner extends DomainError {
  readonly code = 'not-owner';
  constructor(owner: string, faults: readonly Fault[]) {
    super(`Only the account that created the user changes this: ask ${owner}.`, faults);
  }
}

/** Members change of their own profile what is theirs; the rest is for who manages them (C-43). */
export class NotYoursToChange extends DomainError {
  readonly code = 'not-yours-to-change';
  constructor(faults: readonly Fault[]) {
    super('Ask an administrator of the account to change this for you.', faults);
  }
}
