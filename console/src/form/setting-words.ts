import { useLanguage } from '../language/language-provider.tsx';
import { SETTING_WORDS } from './setting-words-es.ts';
import type { Setting } from './settings.ts';

interface SettingWords {
  readonly title: string;
  readonly help: string;
}

/** What a setting is called, and what it is for: the contract's own words, or their translation. */
export const useSettingWords = ({ pointer, title, help }: Setting): SettingWords => {
  const { language } = useLanguage();
  const translated = language === 'es' ? SETTING_WORDS[pointer] : undefined;
  return translated ?? { title, help };
};
