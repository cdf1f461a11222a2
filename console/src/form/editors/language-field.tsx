import { useLanguage, useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { ChooseOne } from './choose.tsx';
import { EDITOR_WORDS } from './words.ts';

/** What is commonly spoken where calls are made; any other can be set through the API. */
const LANGUAGES = [
  'en',
  'en-GB',
  'en-US',
  'en-CA',
  'es',
  'es-ES',
  'es-MX',
  'es-US',
  'es-CO',
  'es-AR',
  'fr',
  'fr-CA',
  'pt',
  'pt-BR',
  'de',
  'it',
  'nl',
  'pl',
  'tl',
  'hi',
  'vi',
  'zh',
  'ja',
  'ko',
  'ar',
];

const nameOf = (tag: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A language, by its name in the interface's language and in itself. */
export const LanguageField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const { locale } = useLanguage();
  const { value = props.setting.default } = props;
  return (
    <ChooseOne
      {...props}
      value={value}
      nothing={words.nothing}
      choices={LANGUAGES.map((tag) => ({
        value: tag,
        label: capital(nameOf(tag, locale)),
        about: nameOf(tag, tag),
      }))}
    />
  );
};
