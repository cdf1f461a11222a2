import { DomainError, type Fault } from './domain-error.ts';

/** The account has an asset of this kind and key already; `more` is what else stands in the way. */
export class AssetExists extends DomainError {
  readonly code = 'asset-exists';
  constructor(kind: string, key: string, more: readonly Fault[] = []) {
    super(`The account has a ${kind} ${key} already.`, [{ pointer: '/key', detail: 'is taken' }, ...more]);
  }
}

/** What one asset alone can have in the whole system, another one has already. Whose that is, is not told. */
export class AlreadyClaimed extends DomainError {
  readonly code = 'already-claimed';
  constructor(fields: readonly string[]) {
    super(
      'What belongs to one alone belongs to somebody already.',
      fields.map((field) => ({
        pointer: `/${field}`,
        detail: 'belongs to somebody already: name one that nobody has',
      })),
    );
  }
}

/** What somebody is to be assigned to, or what a setting names, has been archived or deleted meanwhile. */
export class AssetGone extends DomainError {
  readonly code = 'asset-gone';
  constructor(faults: readonly Fault[] = []) {
    super('Something that is named here has been archived or deleted meanwhile.', faults);
  }
}

/** Only what is archived can be deleted: nobody is newly assigned to it meanwhile. */
export class NotArchived extends DomainError {
  readonly code = 'not-archived';
  constructor() {
    super('Archive it first: then nobody is newly assigned to it while it is being deleted.');
  }
}

/** A queue, and whatever else carries an access list, is changed by those alone who are on it, and by administrators (C-63). */
export class NotOnAccessList extends DomainError {
  readonly code = 'not-on-access-list';
  constructor(kind: string) {
    super(`The access list of the ${kind} does not name you. Ask whoever is on it, or an administrator.`);
  }
}
