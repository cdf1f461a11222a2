import { useLanguage, useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { ChooseOne } from './choose.tsx';
import { timeZonesIn } from './time-zones.ts';
import { EDITOR_WORDS } from './words.ts';

/** Any time zone there is. */
export const TimeZoneField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const { locale } = useLanguage();
  return (
    <ChooseOne {...props} choices={timeZonesIn(locale)} nothing={words.nothing} placeholder={words.search} />
  );
};
