import { expect, it } from 'vitest';
import { SETTING_WORDS } from '../../../console/src/form/setting-words-es.ts';
import { VALUE_HELP_ES, VALUE_WORDS } from '../../../console/src/form/value-words-by-language.ts';
import { plainHelp } from '../../../console/src/language/plain-help.ts';
import { settingsTable } from '../../../core/contract/settings.ts';

const { sections, settings } = settingsTable();

/** What has names of its own: rights and licenses by the catalogue, the folder by the account. */
const NAMED_ELSEWHERE = [
  '/licenses/kinds',
  '/profile/folderId',
  '/permissions/role',
  '/permissions/grants',
  '/permissions/pages',
];

it('A-20 C-14 says every section and setting in Spanish, and no more', () => {
  const pointers = [
    ...sections.map(({ section }) => `/${section}`),
    ...settings.map(({ pointer }) => pointer),
  ];
  expect(Object.keys(SETTING_WORDS).toSorted()).toEqual(pointers.toSorted());
  for (const { title, help } of Object.values(SETTING_WORDS)) expect(`${title} ${help}`).toMatch(/^\S.+\.$/);
});

it('C-14 has a name for every value of a setting, and help in Spanish where there is any', () => {
  for (const { pointer, values = [] } of settings.filter((one) => !NAMED_ELSEWHERE.includes(one.pointer)))
    for (const { value, title, help } of values) {
      const [named, plain] = [`${pointer}=${value}`, String(value)];
      expect([named, VALUE_WORDS.en[named] ?? VALUE_WORDS.en[plain] ?? title]).not.toEqual([
        named,
        undefined,
      ]);
      expect([named, VALUE_WORDS.es[named] ?? VALUE_WORDS.es[plain]]).not.toEqual([named, undefined]);
      if (help !== undefined) expect([named, VALUE_HELP_ES[named]]).not.toEqual([named, undefined]);
    }
});

it('C-14 shows people help without the numbers of the catalogue and the calls of the API', () => {
  for (const { pointer, help } of [...settings, ...sections.map((one) => ({ ...one, pointer: one.section }))])
    expect([pointer, plainHelp(help)]).toEqual([
      pointer,
      expect.stringMatching(/^\p{Lu}(?!.*(?:[A-EX]-\d|`)).{9,}\.$/u),
    ]);
  expect(plainHelp('It rings, then disconnects (C-50).')).toBe('It rings, then disconnects.');
});
