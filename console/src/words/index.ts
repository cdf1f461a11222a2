import { en } from './en.ts';
import { es } from './es.ts';
import type { Language, Words } from './words.ts';

export const WORDS: Record<Language, Words> = { en, es };

/** The console's language for a BCP 47 tag: `es-MX` reads Spanish, everybody else English. */
export const languageOf = (tag: string): Language => (tag.toLowerCase().split('-')[0] === 'es' ? 'es' : 'en');
