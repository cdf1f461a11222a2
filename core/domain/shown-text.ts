import * as z from 'zod/mini';

/** Characters that nobody sees, or that turn the text around them: controls, and marks of direction. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u;

const canBeRead = (text: string): boolean =>
  text.isWellFormed() && !HIDDEN.test(text) && /[\p{L}\p{N}]/u.test(text);

/** One line of text that people read, such as a name: something to see, and nothing hidden. */
export const shownText = (mostCharacters: number) =>
  z.string().check(
    z.normalize('NFKC'),
    z.trim(),
    z.minLength(1),
    z.maxLength(mostCharacters),
    // An empty text has its fault already.
    z.refine(
      (text) => text === '' || canBeRead(text),
      'must be text that can be read, without control characters',
    ),
  );
