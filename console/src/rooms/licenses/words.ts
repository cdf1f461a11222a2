import type { Words } from '../../language/language.ts';
import { EN, type LicensesWords } from './words-en.ts';
import { ES } from './words-es.ts';

export const LICENSES_WORDS: Words<LicensesWords> = { en: EN, es: ES };
