import { SETTING_WORDS } from '../../form/setting-words-es.ts';
import type { Setting } from '../../form/settings.ts';
import { useLanguage } from '../../language/language-provider.tsx';

/** What the setting at a pointer is called; the pointer, while that is not known. */
export const useSettingTitle = (settings: readonly Setting[] = []): ((pointer: string) => string) => {
  const { language } = useLanguage();
  return (pointer) => {
    const translated = language === 'es' ? SETTING_WORDS[pointer]?.title : undefined;
    return translated ?? settings.find((setting) => setting.pointer === pointer)?.title ?? pointer;
  };
};
