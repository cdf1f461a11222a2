import * as fc from 'fast-check';
import { FOLDER_RIGHTS, type FolderRight } from '../../../core/domain/authorization/policy.ts';
import type { Endpoint } from '../../../core/domain/endpoints.ts';
import { PAGE_KEYS, type Page } from '../../../core/domain/pages.ts';
import { PERMISSION_KEYS, PERMISSIONS, type Permission } from '../../../core/domain/permissions.ts';
import {
  ACCOUNT_ENDPOINTS,
  GONE,
  type Person,
  type Program,
  type RandomAccount,
  WORK,
} from './random-account.ts';

/** What can be asked of an account. */
export type Question =
  | { about: 'permission'; person: Person; permission: Permission }
  | { about: 'page'; person: Person; page: Page }
  /** A campaign, initiative or queue. */
  | { about: 'work'; person: Person; work: string }
  | { about: 'sight'; person: Person; target: Person }
  | { about: 'folder'; person: Person; folderId: string; right: FolderRight | 'find' }
  /** May they make somebody who is as `before` (nobody yet, if undefined) be as `after`? */
  | { about: 'delegation'; person: Person; before: Person | undefined; after: Person }
  | { about: 'endpoint'; asker: Person | Program; endpoint: Endpoint; target: Person | undefined };

/** `yes`, or how it is refused. */
export type Answer = string;

export type Answers = (account: RandomAccount) => (question: Question) => Promise<Answer>;

const keysWith = (fact: 'requires' | 'managersOnly') =>
  fc.constantFrom(...PERMISSION_KEYS.filter((key) => fact in PERMISSIONS[key]));

/** Those that need another one, or a manager, as often as all together. */
const permission = fc.oneof(
  fc.constantFrom(...PERMISSION_KEYS),
  keysWith('requires'),
  keysWith('managersOnly'),
);

/** Asks what there is to ask of the people, folders and programs of an account. */
const questionOf = ({ policy, people, programs }: RandomAccount): fc.Arbitrary<Question> => {
  // Without bias: the first of the people is no likelier than the last.
  const person = fc.noBias(fc.constantFrom(...people));
  const asker = fc.oneof(
    { weight: 3, arbitrary: person },
    { weight: 1, arbitrary: fc.constantFrom(...programs) },
  );
  return fc.oneof(
    fc.record({ about: fc.constant('permission' as const), person, permission }),
    fc.record({ about: fc.constant('page' as const), person, page: fc.constantFrom(...PAGE_KEYS) }),
    fc.record({ about: fc.constant('work' as const), person, work: fc.constantFrom(...WORK) }),
    fc
      .record({ about: fc.constant('sight' as const), person, target: person })
      .filter(({ person, target }) => person !== target),
    fc.record({
      about: fc.constant('folder' as const),
      person,
      folderId: fc.constantFrom(...Object.keys(policy.folders), GONE.folder),
      right: fc.constantFrom(...FOLDER_RIGHTS, 'find' as const),
    }),
    fc.record({
      about: fc.constant('delegation' as const),
      person,
      before: fc.option(person, { nil: undefined, freq: 5 }),
      after: person,
    }),
    fc.record({
      about: fc.constant('endpoint' as const),
      asker,
      endpoint: fc.constantFrom(...ACCOUNT_ENDPOINTS),
      target: fc.option(person, { nil: undefined, freq: 4 }),
    }),
  );
};

/** An account with that many questions about it. */
export const questioned = (
  account: fc.Arbitrary<RandomAccount>,
  count: number,
): fc.Arbitrary<{ account: RandomAccount; questions: readonly Question[] }> =>
  account.chain((drawn) =>
    fc.record({
      account: fc.constant(drawn),
      questions: fc.array(questionOf(drawn), { minLength: count, maxLength: count }),
    }),
  );
