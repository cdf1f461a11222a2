import { useLanguage } from '../language/language-provider.tsx';
import type { Setting } from './settings.ts';
import { VALUE_WORDS } from './value-words-by-language.ts';

type Value = NonNullable<Setting['values']>[number];

/** What a value of a setting is called: as the contract says it, or, where it says nothing, as people do. */
export const useValueWords = (): ((setting: Setting, value: Value) => string) => {
  const { language } = useLanguage();
  return ({ pointer }, { value, title }) => {
    const words = VALUE_WORDS[language];
    return words[`${pointer}=${value}`] ?? words[String(value)] ?? title ?? String(value);
  };
};
