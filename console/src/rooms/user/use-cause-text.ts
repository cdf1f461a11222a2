import type { Cause } from '../../api/diagnosis.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useSettings } from '../../form/settings.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { CAUSE_WORDS } from './cause-words.ts';
import { useSettingTitle } from './setting-title.ts';

/** Where the API names a setting. */
const POINTER = /\/(?:profile|employee|dialing)\/\w+/g;

/** What is the matter: in the API's own words, or said anew from what it knows. */
export const useCauseText = (): ((cause: Cause) => string) => {
  const { language } = useLanguage();
  const names = useRightNames();
  const { list } = useFormats();
  const titleOf = useSettingTitle(useSettings().data?.settings);
  const words = CAUSE_WORDS[language];
  return ({ code, detail, missing = [], ahead, settings = [] }) => {
    if (words === undefined) return detail.replaceAll(POINTER, titleOf);
    return [
      words.causes[code],
      ...(missing.length === 0 ? [] : [words.missing(list(missing.map(names.license)))]),
      ...(ahead === undefined ? [] : [words.ahead(ahead)]),
      ...(settings.length === 0 ? [] : [words.settings(list(settings.map(titleOf)))]),
    ].join(' ');
  };
};
