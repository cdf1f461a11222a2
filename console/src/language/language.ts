export type Language = 'en' | 'es';

/** What a room says, in each language of the interface; every language says all of it. */
export type Words<Said> = Readonly<Record<Language, Said>>;

/** The interface's language for a person's own (BCP 47): English where theirs is not there. */
export const languageOf = (tag: string): Language => (/^es\b/i.test(tag) ? 'es' : 'en');
