import { randomInt } from 'node:crypto';
import anyAscii from 'any-ascii';
import { loginId } from './sections/profile.ts';

/** How many login IDs are looked up at once. */
const ROUND = 20;

/** So that two parts, a dot and a number fit into 64 characters. */
const MOST_OF_A_PART = 27;

/** After the first numbers, numbers of 2 to 7 digits at random: who has a common name does not try them one by one. */
const MOST_DIGITS = 7;

/** A part of a name in Latin letters, digits and hyphens, whatever script it is written in: Łukasz becomes lukasz. */
const plain = (name: string): string =>
  anyAscii(name.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, MOST_OF_A_PART)
    .replaceAll(/^-+|-+$/g, '');

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

/** The ways to write a name as a login ID, the closest first. */
const formsOf = (first: string, last: string): readonly string[] => {
  const initial = first.slice(0, 1);
  return [
    joined([first, last], '.'),
    initial + last,
    joined([initial, last], '.'),
    first + last,
    joined([last, first], '.'),
  ];
};

const valid = (candidates: readonly string[]): readonly string[] => [
  ...new Set(candidates.filter((candidate) => loginId.safeParse(candidate).success)),
];

/**
 * Login IDs that keep close to a name (C-48), a few at a time and the closest first: `ada.lovelace`, `alovelace`…, then
 * with numbers. Each is one that the profile takes. The transliteration is 500 KB: for the function that needs it alone.
 */
export function* loginIdsFor(firstName: string, lastName: string): Generator<readonly string[]> {
  const [first, last] = [plain(firstName), plain(lastName)];
  // A name in a script that nothing is known of.
  const base = joined([first, last], '.') || 'user';
  const forms = valid(formsOf(first, last));
  yield [...forms, ...valid(numbered(base, (index) => index + 2))].slice(0, ROUND);
  for (let digits = 2; digits <= MOST_DIGITS; digits += 1) {
    yield valid(numbered(base, () => randomInt(10 ** (digits - 1), 10 ** digits)));
  }
}

const numbered = (base: string, number: (index: number) => number): readonly string[] =>
  Array.from({ length: ROUND }, (_, index) => `${base}${number(index)}`);
