/** The numbers of the feature catalogue, which help texts cite for whoever builds on the API. */
const CATALOGUE_NUMBERS = /\s*\([A-EX]-\d+(?:(?:, |…)[A-EX]-\d+)*\)/gu;

/** A sentence about a call of the API. */
const ABOUT_CALLS = /\s*[^.:]*:?[^.:]*`[^`]+`\.?/gu;

/** A help text of the contract, as far as it is for people who look at a form. */
export const plainHelp = (help: string): string =>
  help.replace(CATALOGUE_NUMBERS, '').replace(ABOUT_CALLS, '').trim();
