import { randomInt } from 'node:crypto';

const CLASSES = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', '0123456789', '-_'] as const;
const ALPHABET = CLASSES.join('');

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

/**
 * Text nobody can guess, six bits a character, at least one of each class, that stands in a link or a shell unescaped:
 * what Cognito makes up itself contains characters that a URL fragment would not keep.
 */
export const randomText = (length: number): string => {
  const characters = [
    ...CLASSES.map(pick),
    ...Array.from({ length: length - CLASSES.length }, () => pick(ALPHABET)),
  ];
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return characters.join('');
};
