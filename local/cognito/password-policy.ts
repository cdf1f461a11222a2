import { randomInt } from 'node:crypto';
import { CognitoError } from './errors.ts';
import type { PasswordPolicy } from './pool.ts';

/** The symbols used in passwords made here: of Cognito's list, those that an HTML message can carry as they are. */
const SYMBOLS = '^$*.[]{}()?!@#%/,:;|_~+=';

/** Cognito's list of symbols is in the pattern; a space counts too, unless it leads or trails. */
const rules = [
  ['RequireUppercase', /[A-Z]/, 'Password must have uppercase characters', 'ABCDEFGHJKLMNPQRSTUVWXYZ'],
  ['RequireLowercase', /[a-z]/, 'Password must have lowercase characters', 'abcdefghijkmnopqrstuvwxyz'],
  ['RequireNumbers', /[0-9]/, 'Password must have numeric characters', '23456789'],
  [
    'RequireSymbols',
    /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+=]|\S \S/,
    'Password must have symbol characters',
    SYMBOLS,
  ],
] as const;

const refuse = (reason: string): never => {
  throw new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${reason}`);
};

/** Throws InvalidPasswordException with Cognito's words for the first rule a password breaks. */
export const requireConformingPassword = (policy: PasswordPolicy, password: string): void => {
  if (password.length < policy.MinimumLength) refuse('Password not long enough');
  for (const [setting, pattern, reason] of rules) {
    if (policy[setting] && !pattern.test(password)) refuse(reason);
  }
};

const oneOf = (letters: string): string => letters.charAt(randomInt(letters.length));

/** A temporary password for an AdminCreateUser that names none: one letter of each class, then any. */
export const generatePassword = (policy: PasswordPolicy): string => {
  const every = rules.map(([, , , letters]) => letters);
  const letters = every.map(oneOf);
  while (letters.length < Math.max(policy.MinimumLength, 12)) letters.push(oneOf(every.join('')));
  // Shuffled, else the classes would stand in a known order.
  for (let last = letters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [letters[last], letters[other]] = [letters[other] ?? '', letters[last] ?? ''];
  }
  return letters.join('');
};
