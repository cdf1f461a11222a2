import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languageOf, type Words } from './language.ts';

interface Spoken {
  readonly language: Language;
  /** The person's own, for dates, times and numbers: `es-MX`. */
  readonly locale: string;
  /** Speaks this from now on (BCP 47). */
  readonly speak: (tag: string) => void;
}

const Context = createContext<Spoken | undefined>(undefined);

const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Speaks the browser's language, until somebody is known to speak another. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [tag, setTag] = useState(navigator.language);
  const spoken = useMemo<Spoken>(
    () => ({ language: languageOf(tag), locale: isLocale(tag) ? tag : 'en', speak: setTag }),
    [tag],
  );
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  return <Context value={spoken}>{children}</Context>;
};

export const useLanguage = (): Spoken => {
  const spoken = useContext(Context);
  if (spoken === undefined) throw new Error('there is no language outside of LanguageProvider');
  return spoken;
};

/** What a room says, in the language that is spoken. */
export const useWords = <Said,>(words: Words<Said>): Said => words[useLanguage().language];
