import { randomInt } from 'node:crypto';

const CLASSES = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', '0123456789', '-_'] as const;
const ALPHABET = CLASSES.join('');
const LENGTH = 20;

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

/**
 * A temporary password of 20 characters, at least one of each class, that stands in a link unescaped:
 * Cognito's own contain characters that a URL fragment would not keep.
 */
export const temporaryPassword = (): string => {
  const characters = [
    ...CLASSES.map(pick),
    ...Array.from({ length: LENGTH - CLASSES.length }, () => pick(ALPHABET)),
  ];
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return characters.join('');
};
