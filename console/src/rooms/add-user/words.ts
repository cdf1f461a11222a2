import type { Words } from '../../language/language.ts';
import { ADD_USER_EN } from './words-en.ts';
import { ADD_USER_ES } from './words-es.ts';
import type { AddUserWords } from './words-shape.ts';

export const ADD_USER_WORDS: Words<AddUserWords> = { en: ADD_USER_EN, es: ADD_USER_ES };
