import { useLanguage } from '../../language/language-provider.tsx';

/** A month such as 2026-11 in the person’s words, its first letter as at the beginning of a sentence. */
export const useMonthName = (): ((month: string) => string) => {
  const { locale } = useLanguage();
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (month) => {
    const name = format.format(new Date(`${month}-01T00:00:00Z`));
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  };
};
