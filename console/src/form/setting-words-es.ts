import { ACCESS_ES } from './words-es/access.ts';
import { EMPLOYEE_ES } from './words-es/employee.ts';
import { PROFILE_ES } from './words-es/profile.ts';
import type { SettingWordsByPointer } from './words-es/setting-words-by-pointer.ts';
import { WORK_ES } from './words-es/work.ts';

/** The table of settings in Spanish, and its sections, by pointer. */
export const SETTING_WORDS: SettingWordsByPointer = {
  ...PROFILE_ES,
  ...EMPLOYEE_ES,
  ...ACCESS_ES,
  ...WORK_ES,
};
