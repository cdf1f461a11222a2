import type { Words } from '../../language/language.ts';
import { en, type MySettingsWords } from './words-en.ts';
import { es } from './words-es.ts';

export const MY_SETTINGS_WORDS: Words<MySettingsWords> = { en, es };
