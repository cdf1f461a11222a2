import type { Words } from '../../language/language.ts';
import { EN, type RolesWords } from './words-en.ts';
import { ES } from './words-es.ts';

export const ROLES_WORDS: Words<RolesWords> = { en: EN, es: ES };
