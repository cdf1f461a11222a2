/** The user pool's rules for a password; symbols are those Cognito counts (a space does, unless at either end). */
const RULES = {
  length: /^.{12,}$/su,
  upperCase: /[A-Z]/,
  lowerCase: /[a-z]/,
  digit: /[0-9]/,
  symbol: /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+=]|\S \S/,
} as const;

export type PasswordRule = keyof typeof RULES;

export const PASSWORD_RULES = [
  'length',
  'upperCase',
  'lowerCase',
  'digit',
  'symbol',
] as const satisfies readonly PasswordRule[];

export const meets = (rule: PasswordRule, password: string): boolean => RULES[rule].test(password);

export const meetsAll = (password: string): boolean => PASSWORD_RULES.every((rule) => meets(rule, password));
