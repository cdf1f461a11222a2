/** The table of settings in Spanish, by pointer. */
export const SETTING_WORDS: Readonly<Record<string, { readonly title: string; readonly help: string }>> = {};
