import type { Words } from '../../language/language.ts';
import { EN, type FoldersWords } from './words-en.ts';
import { ES } from './words-es.ts';

export const FOLDERS_WORDS: Words<FoldersWords> = { en: EN, es: ES };
