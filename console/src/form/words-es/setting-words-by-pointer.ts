/** What settings are called and what they are for, by pointer. */
export type SettingWordsByPointer = Readonly<
  Record<string, { readonly title: string; readonly help: string }>
>;
