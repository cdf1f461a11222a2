import { useMemo } from 'react';
import { useLanguage } from './language-provider.tsx';

/** Dates, times and numbers as the person writes them. Times are RFC 3339, money is in cents. */
export const useFormats = () => {
  const { locale } = useLanguage();
  return useMemo(() => {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const number = new Intl.NumberFormat(locale);
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return {
      date: (time: string) => date.format(new Date(time)),
      dateTime: (time: string) => dateTime.format(new Date(time)),
      number: (value: number) => number.format(value),
      list: (items: readonly string[]) => list.format(items),
      money: (cents: number, currency: string) =>
        new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100),
    };
  }, [locale]);
};
