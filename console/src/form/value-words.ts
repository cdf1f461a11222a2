import { useLanguage } from '../language/language-provider.tsx';
import { plainHelp } from '../language/plain-help.ts';
import type { Setting } from './settings.ts';
import { VALUE_HELP_ES, VALUE_WORDS } from './value-words-by-language.ts';

type Value = NonNullable<Setting['values']>[number];

/** What a value of a setting is called: as the contract says it, or, where it says nothing, as people do. */
export const useValueWords = (): ((setting: Setting, value: Value) => string) => {
  const { language } = useLanguage();
  return ({ pointer }, { value, title }) => {
    const words = VALUE_WORDS[language];
    return words[`${pointer}=${value}`] ?? words[String(value)] ?? title ?? String(value);
  };
};

/** What a value of a setting is for, where there is anything to say about it. */
export const useValueHelp = (): ((setting: Setting, value: Value) => string | undefined) => {
  const { language } = useLanguage();
  return ({ pointer }, { value, help }) => {
    const translated = language === 'es' ? VALUE_HELP_ES[`${pointer}=${value}`] : undefined;
    return translated ?? (help === undefined ? undefined : plainHelp(help));
  };
};
