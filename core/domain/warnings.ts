/** What a change of access may bring about that whoever makes it should know beforehand. */
export const WARNINGS = {
  'own-lockout':
    'You would lock yourself out: the address that you are calling from is not in these networks.',
  'no-page': 'No page is left: the login would end in a redirect error (E-19).',
  'agency-reach': 'This role reaches every account of the agency, not only this one (D-25).',
  'missing-requirement': 'A permission has no effect without another one.',
} as const;

export type WarningCode = keyof typeof WARNINGS;

/** The warnings that have to be confirmed; the others only inform. */
export const CONFIRMED_WARNINGS = [
  'own-lockout',
  'no-page',
  'agency-reach',
] as const satisfies readonly WarningCode[];
