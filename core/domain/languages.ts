import * as z from 'zod/mini';

/** The languages that invitations are written in; any other falls back to the first. */
export const MAIL_LANGUAGES = ['en', 'es'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

const isLanguageTag = (tag: string): boolean => {
  try {
    return new Intl.Locale(tag).toString().length > 0;
  } catch {
    return false;
  }
};

/** A BCP 47 language tag, such as `en`, `es-MX`. */
export const languageTag = z
  .string()
  .check(z.maxLength(35), z.refine(isLanguageTag, 'must be a BCP 47 language tag such as en or es-MX'));

/** The language a mail is written in for someone whose language is `tag` (BCP 47): `es-MX` reads Spanish. */
export const mailLanguage = (tag: string | undefined): MailLanguage => {
  const [primary] = (tag ?? '').toLowerCase().split('-');
  return MAIL_LANGUAGES.find((language) => language === primary) ?? MAIL_LANGUAGES[0];
};
