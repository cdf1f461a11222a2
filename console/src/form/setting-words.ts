import { useLanguage } from '../language/language-provider.tsx';
import { plainHelp } from '../language/plain-help.ts';
import { SETTING_WORDS } from './setting-words-es.ts';
import type { Setting } from './settings.ts';

interface SettingWords {
  readonly title: string;
  readonly help: string;
}

/** A setting, or a section, which has words as well: its pointer is its name after a slash. */
type Named = Pick<Setting, 'pointer' | 'title' | 'help'>;

/** What a setting is called, and what it is for: the contract's own words, or their translation. */
export const useSettingWords = ({ pointer, title, help }: Named): SettingWords => {
  const { language } = useLanguage();
  const translated = language === 'es' ? SETTING_WORDS[pointer] : undefined;
  return translated ?? { title, help: plainHelp(help) };
};

/** What settings are called, for a sentence about several. */
export const useSettingNames = (): ((setting: Named) => string) => {
  const { language } = useLanguage();
  return ({ pointer, title }) => (language === 'es' ? (SETTING_WORDS[pointer]?.title ?? title) : title);
};
